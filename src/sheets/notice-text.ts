/** A notice as the text of its file. */
import { writeValue } from '../catalogue/notation.ts';
import { inSchemaOrder } from './field-order.ts';
import { notice } from '../schemas/notice.ts';

/** Front matter and body of a notice; values that YAML would misread are quoted. */
export function noticeText(front: Readonly<Record<string, unknown>>, body: string): string {
  const fields = Object.entries(inSchemaOrder(notice, front) as object).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${writeValue('yaml', value)}`],
  );
  return ['---', ...fields, '---', '', body.trim(), ''].join('\n');
}

/** The body in the text of such a file. */
export const noticeBody = (text: string): string => text.replace(/^---\n.*?\n---\n/s, '').trim();

/** A free file name for a notice: `2026-11-22-tongzhi.md`, with a number where that is taken. */
export function noticeFile(published: string, slug: string, taken: ReadonlySet<string>): string {
  const name = (count: number) => `${published}-${slug}${count === 1 ? '' : `-${count}`}.md`;
  let count = 1;
  while (taken.has(name(count))) count += 1;
  return name(count);
}
