/** The files of one office while they are edited: what was read, what stands in the form, what would be written. */
import { changesBetween, type Change } from '../../domain/changes.ts';
import { valueAt, type Path } from '../../schemas/walk.ts';
import { toText } from '../../forges/base64.ts';
import type { Stored } from '../../forges/types.ts';
import { FORMS, type FormName } from './forms.ts';
import { blankOf, pruned, putAt } from './values.ts';

type Group = Record<string, unknown>;

/** One file of the office. `value` is what the form holds; nothing else here changes while it is edited. */
export interface OfficeFile {
  readonly name: FormName;
  readonly stored: Stored | undefined;
  readonly text: string;
  /** What the file held when it was read. */
  readonly before: unknown;
  value: Group;
}

/** A file as read, or one that is not there yet. Throws a `SyntaxError` for a file that is no JSON. */
export function openOfficeFile(name: FormName, stored: Stored | undefined): OfficeFile {
  const text = stored ? toText(stored.bytes) : '';
  const before = stored ? (JSON.parse(text) as unknown) : undefined;
  const value = structuredClone(before ?? blankOf(FORMS[name].schema)) as Group;
  return { name, stored, text, before, value };
}

/** What would stand in the file; undefined for a file that is not there and has nothing in it yet. */
export function writtenValue({ name, before, value }: OfficeFile): unknown {
  const { schema } = FORMS[name];
  const next = pruned(schema, value, before);
  const nothing = pruned(schema, blankOf(schema));
  return before === undefined && changesBetween(nothing, next).length === 0 ? undefined : next;
}

export const changesOf = (file: OfficeFile): Change[] => {
  const next = writtenValue(file);
  return next === undefined ? [] : changesBetween(file.before ?? {}, next);
};

/** Sets a field; empty is out. */
export const setField = (file: Pick<OfficeFile, 'value'>, path: Path, value: unknown): void =>
  putAt(file.value, path, value);

export const fieldAt = (file: Pick<OfficeFile, 'value'>, path: Path): unknown => valueAt(file.value, path);
