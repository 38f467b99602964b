/** The front matter of a text, changed in as few characters as can be. */
import { parse, stringify } from 'yaml';
import { alike } from '../../domain/changes.ts';

const FRONT = /^---\r?\n([^]*?\n)---[ \t]*(?:\r?\n|$)/;

export type TextData = Readonly<Record<string, unknown>>;

/** The data of a text; empty where it has none. */
export const frontOf = (text: string): TextData => {
  const front = FRONT.exec(text)?.[1];
  return front === undefined ? {} : (parse(front) as TextData);
};

/** What a text is to be: its data, and the replacements in its writing that most likely lead there. */
export interface MigratedText {
  readonly data: TextData;
  readonly replacements: readonly (readonly [RegExp, string])[];
  readonly body: (body: string) => string;
}

/** The text with its data and its body as wanted; written anew where replacing words does not lead there. */
export function rewrite(text: string, want: (data: TextData) => MigratedText): string {
  const match = FRONT.exec(text);
  if (!match) return text;
  const [whole, front = ''] = match;
  const { data, replacements, body } = want(parse(front) as TextData);
  const replaced = replacements.reduce((now, [from, to]) => now.replace(from, to), front);
  const next = alike(parse(replaced), data) ? replaced : stringify(data, { lineWidth: 0 });
  return whole.replace(front, () => next) + body(text.slice(whole.length));
}
