import { dirname, join } from 'node:path';
import type { OfficeWhereabouts } from '../catalogue/load-whereabouts.ts';
import { prune } from '../domain/whereabouts.ts';
import type { WhereaboutsFile } from '../domain/whereabouts-file.ts';
import { replaceFile, sweep } from '../command/aside.ts';
import { textOf } from './texts.ts';

/** Takes past entries out of the sources; files with errors and files that are being edited stay as they are. */
export function pruneFiles(content: string, offices: readonly OfficeWhereabouts[], today: string): string[] {
  return offices.flatMap(({ entry, source }) => {
    const file = entry && join(content, entry.file);
    if (file) sweep(dirname(file));
    if (!file || !source?.whereabouts || textOf(file) !== entry.text) return [];
    const left = prune(source.whereabouts, today);
    if (JSON.stringify(left) === JSON.stringify(source.whereabouts)) return [];
    replaceFile(file, asText(left));
    return [file];
  });
}

const valueOf = (value: unknown) =>
  Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]` : JSON.stringify(value);

const lineOf = (row: object) =>
  `{ ${Object.entries(row)
    .map(([key, value]) => `${JSON.stringify(key)}: ${valueOf(value)}`)
    .join(', ')} }`;

/** A line per entry, as people write the file. */
export function asText({ entries, plan }: WhereaboutsFile): string {
  const rows = (list: readonly object[], indent: string) =>
    list.length ? `[\n${list.map((row) => `${indent}  ${lineOf(row)}`).join(',\n')}\n${indent}]` : '[]';
  const week = plan && Array.isArray(plan['week']) ? (plan['week'] as object[]) : [];
  const planned = plan
    ? `,\n  "plan": {\n    "from": ${valueOf(plan['from'])},\n    "until": ${valueOf(plan['until'])},\n    "week": ${rows(week, '    ')}\n  }`
    : '';
  return `{\n  "entries": ${rows(entries, '  ')}${planned}\n}\n`;
}
