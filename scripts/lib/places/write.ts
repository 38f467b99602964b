import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, findNodeAtLocation, modify, parse, parseTree, type JSONPath } from 'jsonc-parser';
import { office as officeSchema } from '../../../src/schemas/office.ts';
import { Failure } from '../command.ts';
import type { Change } from './plan.ts';

/** The file of an office, below the content folder. */
export const fileOf = ({ office }: Change): string => `offices/${office.id}/office.json`;

/** Sets one value and leaves every other character as it is. */
function set(text: string, path: JSONPath, value: unknown): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edits = modify(text, path, value, {
    formattingOptions: { insertSpaces: true, tabSize: 2, eol },
    // New fields stand before the provenance, where people look for them.
    getInsertionIndex: (names) => (names.includes('provenance') ? names.indexOf('provenance') : names.length),
  });
  return applyEdits(text, edits);
}

const has = (text: string, path: JSONPath) => {
  const root = parseTree(text);
  return root !== undefined && findNodeAtLocation(root, path) !== undefined;
};

/** The text of `office.json` with the new point; only what differs is touched. */
export function edited(text: string, { before, after, verifiedOn }: Change): string {
  const path = ['place', 'point'];
  let result = text;
  if (!has(text, path)) result = set(result, path, after);
  else
    for (const [key, value] of Object.entries(after))
      if (before?.[key as keyof typeof after] !== value) result = set(result, [...path, key], value);
  return verifiedOn === undefined ? result : withDate(result, after.source, verifiedOn);
}

/** A date of checking a point does not vouch for an address that somebody else has checked. */
function withDate(text: string, source: string, verifiedOn: string): string {
  const path = ['provenance', 'place'];
  if (!has(text, path)) return set(text, path, { source, verifiedOn });
  return has(text, ['place', 'address']) ? text : set(text, [...path, 'verifiedOn'], verifiedOn);
}

interface Draft {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The new texts of all files, each held against its schema. */
export function draftFiles(content: string, changes: readonly Change[]): Draft[] {
  return changes.map((change) => {
    const path = join(content, fileOf(change));
    const before = readFileSync(path, 'utf8');
    const after = edited(before, change);
    const issue = officeSchema.safeParse(parse(after)).error?.issues[0];
    if (issue) throw new Failure(`${fileOf(change)} 改后不合格式：${issue.path.join('.')} ${issue.message}`);
    return { path, before, after };
  });
}

const aside = ({ path }: Draft) => `${path}.new`;

/** Writes all files or none: first beside the old ones, then each in its place; a failure puts back what was. */
export function writeAll(drafts: readonly Draft[]): void {
  const placed: Draft[] = [];
  try {
    for (const draft of drafts) writeFileSync(aside(draft), draft.after);
    for (const draft of drafts) {
      renameSync(aside(draft), draft.path);
      placed.push(draft);
    }
  } catch (error) {
    for (const { path, before } of placed) writeFileSync(path, before);
    for (const draft of drafts) rmSync(aside(draft), { force: true });
    throw new Failure(`没有写成，已全部恢复原样：${error instanceof Error ? error.message : error}`);
  }
}
