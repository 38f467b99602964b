import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { office as officeSchema } from '../schemas/office.ts';
import { Failure } from '../command/command.ts';
import { addField, has, replaceValue } from '../editing/edit-json.ts';
import type { FileChange } from '../editing/files.ts';
import type { PointChange } from './plan.ts';

/** The file of an office, below the content folder. */
export const fileOf = ({ office }: PointChange): string => `offices/${office.id}/office.json`;

/** The text of `office.json` with the new point; only what differs is touched. */
export function edited(text: string, { before, after, verifiedOn }: PointChange): string {
  let result = text;
  if (!has(text, ['place'])) result = addField(text, [], 'place', { point: after }, 'provenance');
  else if (!has(text, ['place', 'point'])) result = addField(text, ['place'], 'point', after);
  else
    for (const key of ['lon', 'lat', 'crs', 'precision', 'source'] as const)
      if (before?.[key] !== after[key]) result = replaceValue(result, ['place', 'point', key], after[key]);
  return verifiedOn === undefined ? result : withDate(result, after.source, verifiedOn);
}

/** The date of checking; a provenance that speaks of the point alone takes the new source as well. */
function withDate(text: string, source: string, verifiedOn: string): string {
  const path = ['provenance', 'place'];
  if (!has(text, path)) return addField(text, ['provenance'], 'place', { source, verifiedOn });
  const sourced = replaceValue(text, [...path, 'source'], source);
  if (has(text, [...path, 'verifiedOn'])) return replaceValue(sourced, [...path, 'verifiedOn'], verifiedOn);
  return addField(sourced, path, 'verifiedOn', verifiedOn);
}

/** The new texts of all files, each held against its schema. */
export function draftFiles(content: string, changes: readonly PointChange[]): FileChange[] {
  return changes.map((change) => {
    const path = join(content, fileOf(change));
    const before = readFileSync(path, 'utf8');
    const after = edited(before, change);
    const issue = officeSchema.safeParse(parse(after)).error?.issues[0];
    if (issue) throw new Failure(`${fileOf(change)} 改后不合格式：${issue.path.join('.')} ${issue.message}`);
    return { path, after };
  });
}
