/** Taking things out of files, leaving the rest as it was written. */
import { applyEdits, modify } from 'jsonc-parser';
import { parseDocument } from 'yaml';
import { listAt, textAt } from '../catalogue/loose.ts';
import type { Path } from '../schemas/walk.ts';

const FORMAT = { formattingOptions: { insertSpaces: true, tabSize: 2 } };

/** A JSON text without what stands at some paths. */
export function without(text: string, paths: readonly Path[]): string {
  // From the end, so that places in lists stay right.
  return paths
    .toReversed()
    .reduce((now, path) => applyEdits(now, modify(now, [...path], undefined, FORMAT)), text);
}

/** The paths at which a list's elements, or one key of them, name somebody or something. */
export const namedIn = (raw: unknown, list: Path, key: string, name: string, whole: boolean): Path[] =>
  listAt(raw, list).flatMap((one, at) =>
    textAt(one, [key]) === name ? [whole ? [...list, at] : [...list, at, key]] : [],
  );

/** A file of staff without a person and without what points at them. */
export function withoutPerson(text: string, id: string): string {
  const rest = without(text, namedIn(JSON.parse(text), ['people'], 'id', id, true));
  const raw: unknown = JSON.parse(rest);
  return without(rest, [
    ...namedIn(raw, ['people'], 'deputy', id, false),
    ...namedIn(raw, ['vacancies'], 'acting', id, false),
  ]);
}

const LISTS: readonly Path[] = [['entries'], ['plan', 'week']];

/** A file of whereabouts without a person; a plan with nothing left goes too. */
export function withoutWhereabouts(text: string, id: string): string {
  const rest = LISTS.reduce(
    (now, list) => without(now, namedIn(JSON.parse(now), list, 'person', id, true)),
    text,
  );
  const named = LISTS.reduce(
    (now, list) => without(now, namedIn(JSON.parse(now), list, 'substitute', id, false)),
    rest,
  );
  const raw = JSON.parse(named) as { plan?: { week?: unknown[] } };
  return raw.plan?.week?.length === 0 ? without(named, [['plan']]) : named;
}

const FRONT = /^---\r?\n([^]*?\n)---[ \t]*(?:\r?\n|$)/;

/** A notice that no longer carries a document; undefined when it never did. */
export function withoutAttachment(text: string, name: string): string | undefined {
  const front = FRONT.exec(text)?.[1];
  if (front === undefined) return undefined;
  const document = parseDocument(front);
  const list = listAt(document.toJS(), ['attachments']);
  const at = list.findIndex((one) => textAt(one, ['file']) === name);
  if (at < 0) return undefined;
  document.deleteIn(list.length === 1 ? ['attachments'] : ['attachments', at]);
  return text.replace(front, () => document.toString({ lineWidth: 0, flowCollectionPadding: true }));
}

/** The documents that a notice carries, with their titles, and its own title. */
export function noticeOf(text: string): { title: string; attachments: { file: string; title: string }[] } {
  const raw: unknown = parseDocument(FRONT.exec(text)?.[1] ?? '').toJS();
  const attachments = listAt(raw, ['attachments']).map((one) => ({
    file: textAt(one, ['file']) ?? '',
    title: textAt(one, ['title']) ?? '',
  }));
  return { title: textAt(raw, ['title']) ?? '', attachments };
}
