/** Markdown with front matter: taken apart, put together, and changed in as few lines as can be. */
import { parse, parseDocument, stringify } from 'yaml';
import { alike } from '../domain/changes.ts';

interface FrontMatter {
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const PARTS = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/;

/** The front matter and the body below it. Throws a `SyntaxError` where there is none that can be read. */
export function readFront(text: string): FrontMatter {
  const [, head, body = ''] = PARTS.exec(text) ?? [];
  if (head === undefined) throw new SyntaxError('no front matter');
  const front = parse(head) as unknown;
  if (typeof front !== 'object' || front === null || Array.isArray(front)) throw new SyntaxError('no fields');
  return { front: front as FrontMatter['front'], body: body.trim() };
}

/** A new file. */
export const writeFront = (front: object, body = ''): string =>
  `---\n${stringify(front, { lineWidth: 0 })}---\n${body.trim() && `\n${body.trim()}\n`}`;

/** The text with other fields and another body; fields that stay the same keep their lines and remarks. */
export function patchFront(text: string, { front, body }: FrontMatter): string {
  const [, head = ''] = PARTS.exec(text) ?? [];
  const document = parseDocument(head);
  const before = readFront(text);
  for (const key of Object.keys(before.front)) if (!(key in front)) document.delete(key);
  for (const [key, value] of Object.entries(front))
    if (!alike(before.front[key], value)) document.set(key, value);
  const fields = alike(before.front, front) ? `${head}\n` : document.toString({ lineWidth: 0 });
  return `---\n${fields}---\n${body.trim() && `\n${body.trim()}\n`}`;
}
