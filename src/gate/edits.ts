/** What a proposal changes in each file, field by field, for whoever reviews it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { placeFile } from '../catalogue/file-kind.ts';
import { changesBetween, type Change as Step } from '../domain/changes.ts';
import { unrepeated } from '../domain/privacy/unrepeated.ts';
import { quote } from '../domain/text.ts';
import { KINDS, formatOf } from '../kinds.ts';
import { hintOf } from '../schemas/field.ts';
import { fieldInWords, schemaAt, type Path } from '../schemas/walk.ts';
import type { Change } from './proposal.ts';
import { inContent, type Place } from './place.ts';

export interface Edit {
  readonly path: string;
  readonly from?: string | undefined;
  readonly status: Change['status'];
  /** What the file is, in the author's words: 人员, 司法所, 附件. */
  readonly title?: string | undefined;
  /** One line for each field; empty for files that are no data. */
  readonly steps: readonly string[];
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

function dataAt(folder: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The steps of one data file that was changed or moved, from its data before and after. */
export function stepsBetween(file: string, was: unknown, is: unknown): string[] {
  const kind = placeFile(file).placed?.kind;
  // Whereabouts are sensitive, and comments stay: what they say is not repeated (docs/whereabouts.md).
  if (!kind || kind === 'whereabouts' || formatOf(kind) !== 'json') return [];
  if (was === undefined || is === undefined) return [];
  const { schema } = KINDS[kind];
  return changesBetween(was, is).flatMap((step) =>
    inWords(step, { schema, data: was }, { schema, data: is }),
  );
}

/** What changes in each file, in the order of the changes. */
export function editsOf(
  changes: readonly Change[],
  place: Place,
  folders: { readonly before: string; readonly after: string },
): Edit[] {
  return changes.map(({ status, path, from }) => {
    const file = inContent(place, path);
    const kind = file === undefined ? undefined : placeFile(file).placed?.kind;
    const old = from === undefined ? file : inContent(place, from);
    const hasBoth = file !== undefined && old !== undefined && (status === 'changed' || status === 'renamed');
    const steps = hasBoth ? stepsBetween(file, dataAt(folders.before, old), dataAt(folders.after, file)) : [];
    return { path, from, status, title: kind && KINDS[kind].title, steps };
  });
}
