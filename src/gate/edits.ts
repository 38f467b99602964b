/** What a proposal changes in each file, field by field, for whoever reviews it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { placeFile } from '../catalogue/file-kind.ts';
import { changesBetween, type Change as Step } from '../domain/changes.ts';
import { unrepeated } from '../domain/privacy/unrepeated.ts';
import { readFront } from '../editing/front-matter.ts';
import { quote } from '../domain/text.ts';
import { KINDS, formatOf } from '../kinds.ts';
import { hintOf } from '../schemas/field.ts';
import { fieldInWords, schemaAt, type Path } from '../schemas/walk.ts';
import type { ProposedFile } from './proposal.ts';
import { inContent, type ContentPlace } from './place.ts';

export interface Edit {
  readonly path: string;
  readonly from?: string | undefined;
  readonly status: ProposedFile['status'];
  /** What the file is, in the author's words: 人员, 司法所, 附件. */
  readonly title?: string | undefined;
  /** One line for each field; empty for files that have none. */
  readonly steps: readonly string[];
  /** The whole new text of a notice and the like, line by line. */
  readonly text?: readonly string[] | undefined;
}

const WORDS = 60;

/** Single values with their paths: a reviewer reads those, not braces. An empty object or list is a value too. */
function leaves(value: unknown, path: Path): (readonly [Path, unknown])[] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (parts.length === 0) return [[path, value]];
  const keyOf = (key: string) => (Array.isArray(value) ? Number(key) : key);
  return parts.flatMap(([key, part]) => leaves(part, [...path, keyOf(key)]));
}

/** A side of a change: its data with the schema that names the fields. */
interface Version {
  readonly schema: z.ZodType;
  readonly data: unknown;
}

/** The name of a person by the id that the same file gives. */
function personIn(data: unknown, id: unknown): string | undefined {
  const { people } = (data ?? {}) as {
    people?: readonly { readonly id?: unknown; readonly name?: string }[];
  };
  return Array.isArray(people) ? people.find((one) => one.id === id)?.name : undefined;
}

/** A value as the author's form shows it. */
function said({ schema, data }: Version, path: Path, value: unknown): string {
  const hint = hintOf(schemaAt(schema, path, data) ?? schema);
  const word =
    hint?.choices?.[String(value)] ?? (hint?.asks === 'person' ? personIn(data, value) : undefined);
  return quote(unrepeated(word ?? (typeof value === 'string' ? value : JSON.stringify(value))), WORDS);
}

/** Each single value that a step takes or brings, on a line of its own. */
function inWords(step: Step, before: Version, after: Version): string[] {
  const isSingle =
    step.does === 'set' && leaves(step.after, []).length === 1 && leaves(step.before, []).length === 1;
  const label = ({ schema, data }: Version, path: Path) => fieldInWords(schema, path, data) ?? '整个文件';
  if (isSingle)
    return [
      `${label(after, step.path)}：${said(before, step.path, step.before)} → ${said(after, step.path, step.after)}`,
    ];
  const list = (version: Version, word: string, value: unknown) =>
    value === undefined
      ? []
      : leaves(value, step.path)
          // Ids are for the program: who reads this knows the name.
          .filter(([path]) => path.at(-1) !== 'id')
          .map(([path, leaf]) => `${label(version, path)}：${word} ${said(version, path, leaf)}`);
  return [
    ...list(before, '删去', step.before),
    ...list(after, '新增', step.does === 'remove' ? undefined : step.after),
  ];
}

interface Read {
  readonly data: unknown;
  /** What stands below the fields. */
  readonly body?: string;
}

/** The fields of a file, JSON or above a text; undefined where they cannot be read. */
function readAt(folder: string, file: string): Read | undefined {
  try {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!file.endsWith('.md')) return { data: JSON.parse(text) };
    const { front, body } = readFront(text);
    return { data: front, body };
  } catch {
    return undefined;
  }
}

/** The steps of one file that was changed or moved, from its fields before and after. */
export function stepsBetween(file: string, was: unknown, is: unknown): string[] {
  const kind = placeFile(file).placed?.kind;
  // Whereabouts are sensitive, and comments stay: what they say is not repeated (docs/whereabouts.md).
  if (!kind || kind === 'whereabouts' || formatOf(kind) === 'mdx') return [];
  if (was === undefined || is === undefined) return [];
  const { schema } = KINDS[kind];
  return changesBetween(was, is).flatMap((step) =>
    inWords(step, { schema, data: was }, { schema, data: is }),
  );
}

interface Folders {
  readonly before: string;
  readonly after: string;
}

/** The fields that change, and the whole text as it would be published. */
function told(
  { status }: ProposedFile,
  file: string,
  old: string,
  { before, after }: Folders,
): Pick<Edit, 'steps' | 'text'> {
  const is = readAt(after, file);
  const was = status === 'added' ? {} : readAt(before, old)?.data;
  const text = is?.body ? { text: is.body.split(/\r?\n/) } : {};
  return { steps: stepsBetween(file, was, is?.data), ...text };
}

/** What changes in each file, in the order of the changes. */
export function editsOf(changes: readonly ProposedFile[], place: ContentPlace, folders: Folders): Edit[] {
  return changes.map((change) => {
    const { status, path, from } = change;
    const file = inContent(place, path);
    const kind = file === undefined ? undefined : placeFile(file).placed?.kind;
    const old = from === undefined ? file : inContent(place, from);
    const isThere = file !== undefined && old !== undefined && kind !== undefined && status !== 'deleted';
    return {
      path,
      from,
      status,
      title: kind && KINDS[kind].title,
      ...(isThere ? told(change, file, old, folders) : { steps: [] }),
    };
  });
}
