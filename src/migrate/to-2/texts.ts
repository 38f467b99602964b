/** Guides, functions and pages: names of bodies apart from sentences, notes under one name, bodies that are MDX. */
import { CERTAINTY_WORDS, certaintyOf } from './certainty.ts';
import type { TextData, MigratedText } from './front.ts';

const fieldsOf = (value: unknown): TextData =>
  typeof value === 'object' && value !== null ? (value as TextData) : {};
const listOf = (value: unknown): TextData[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

/** Where the sentence that explains a body is kept beside its name. */
type Beside = 'note' | 'text';

/** The body that decides, its name alone; what was written behind the name goes in front of the explanation. */
function decidesOf(old: TextData, beside: Beside): TextData {
  const who = String(old['who'] ?? '');
  const [, name = who, rest = ''] = /^([^，。；：！？]*)[，。；：！？]([^]*)$/.exec(who) ?? [];
  if (rest === '') return old;
  const isName = !name.startsWith('不');
  const more = `${isName ? rest : who}。${String(old[beside] ?? '')}`;
  const { who: _, ...others } = old;
  return { ...(isName || beside === 'text' ? { who: name } : {}), ...others, [beside]: more };
}

/** The line of a name in a text that is written a field a line. */
const lineOf = (key: string, from: unknown, to: unknown): readonly [RegExp, string][] => {
  if (from === to || typeof from !== 'string') return [];
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const line = new RegExp(`^( +)${key}: ${escaped}\\r?\\n`, 'm');
  return [[line, to === undefined ? '' : `$1${key}: ${String(to).replaceAll('$', '$$$$')}\n`]];
};

/** Notes for whoever looks after a text have one name; an empty list is none. */
function renamedNotes(old: TextData): TextData {
  const { certaintyNotes, ...rest } = old;
  const notes = Array.isArray(certaintyNotes) ? certaintyNotes : [];
  return notes.length > 0 ? { ...rest, sourceNotes: notes } : rest;
}

const NOTE_WORDS = [
  [/^certaintyNotes: *\[ *\] *\r?\n/m, ''],
  [/^certaintyNotes:/m, 'sourceNotes:'],
] as const;

const FULL_WIDTH: Readonly<Record<string, string>> = { '{': '｛', '}': '｝', '<': '＜' };

/** In MDX, braces and angles begin code: a text has the wide ones. Addresses in angles become links. */
export const asMdx = (body: string): string =>
  body
    .replace(
      /<((?:https?|mailto|tel):[^>\s]+)>/g,
      (_, url: string) => `[${url.replace(/^\w+:(?=[^/])/, '')}](${url})`,
    )
    .replace(/[{}<]/g, (one) => FULL_WIDTH[one] ?? one);

const unchanged = (body: string): string => body;

/** A guide in the writing of version 2. */
export function guideOf(old: TextData): MigratedText {
  const before = fieldsOf(old['decides']);
  const decides = decidesOf(before, 'note');
  const settled = (list: unknown) =>
    listOf(list).map((one) => ({ ...one, certainty: certaintyOf(one['certainty']) }));
  const data = {
    ...renamedNotes(old),
    decides,
    materials: settled(old['materials']),
    limits: settled(old['limits']),
  };
  const lines = [
    ...lineOf('who', before['who'], decides['who']),
    ...lineOf('note', before['note'], decides['note']),
  ];
  return { data, replacements: [...CERTAINTY_WORDS, ...NOTE_WORDS, ...lines], body: asMdx };
}

/** A function in the writing of version 2. */
export function functionOf(old: TextData): MigratedText {
  const before = fieldsOf(old['decides']);
  const decides = decidesOf(before, 'text');
  const lines = [
    ...lineOf('who', before['who'], decides['who']),
    ...lineOf('text', before['text'], decides['text']),
  ];
  return {
    data: { ...renamedNotes(old), decides },
    replacements: [...NOTE_WORDS, ...lines],
    body: unchanged,
  };
}

/** A page of the site in the writing of version 2. */
export const pageOf = (old: TextData): MigratedText => ({ data: old, replacements: [], body: asMdx });
