import type { z } from 'zod';
import type { Problem, ProblemKind } from '../domain/problems.ts';
import { suggest } from '../domain/suggest.ts';
import { hintOf } from '../schemas/field.ts';
import { fieldsOf, schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import { problemAt, type Entry } from './entry.ts';
import { explain } from './explain.ts';
import { collectIssues } from './issues.ts';
import { wordIssue } from './wording.ts';
import { proposeValue } from './propose.ts';
import { writeField } from './notation.ts';

type Draft = Omit<Entry, 'data'>;

export interface Validated {
  /** Absent when there are problems. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
}

/** Holds a value against its schema: the record, or every issue as a problem. */
export function validate(draft: Draft): Validated {
  const result = draft.schema.safeParse(draft.raw);
  if (result.success) return { data: result.data, problems: [] };
  const issues = collectIssues(draft.schema, draft.raw);
  return { data: undefined, problems: issues.flatMap((issue) => problemsOf(draft, issue)) };
}

function problemsOf(draft: Draft, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  const special = explain(draft, issue, path);
  if (special) return [problemAt(draft, special)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(draft, path, key));
  const value = valueAt(draft.raw, path);
  const missing = value === undefined && issue.code !== 'custom';
  const kind: ProblemKind = missing ? 'missingField' : 'value';
  const message = missing ? `缺少“${titleAt(draft, path)}”` : wordIssue(issue, value);
  return [problemAt(draft, { kind, path, message, remedy: remedyFor(draft, path, missing) })];
}

function titleAt(draft: Draft, path: Path): string {
  const at = schemaAt(draft.schema, path, draft.raw);
  return (at && hintOf(at)?.title) ?? String(path.at(-1) ?? '内容');
}

function remedyFor(draft: Draft, path: Path, missing: boolean): string {
  const { value, certain } = proposeValue(draft, path);
  if (value === undefined) return missing ? '补上这个字段' : '照字段说明改写';
  const written = writeField(draft.notation, path.at(-1), value);
  if (missing) return `补上，例如 ${written}`;
  return certain ? `改成 ${written}` : `例如写 ${written}`;
}

function unknownField(draft: Draft, path: Path, key: string): Problem {
  const parent = valueAt(draft.raw, path);
  const schema = schemaAt(draft.schema, path, draft.raw);
  const fields = schema ? fieldsOf(schema, parent) : {};
  const free = Object.keys(fields).filter((name) => valueAt(parent, [name]) === undefined);
  const meant = suggest(key, free) ?? byTitle(fields, key);
  const where = [...path, key];
  const remedy = meant
    ? `是不是想写 ${writeField(draft.notation, meant, '…')}`
    : `删掉它；这里可以写的字段：${Object.keys(fields).join('、')}`;
  return problemAt(draft, { kind: 'unknownField', path: where, message: `没有“${key}”这个字段`, remedy });
}

/** Authors who write a field's Chinese name mean that field. */
const byTitle = (fields: Readonly<Record<string, z.ZodType>>, key: string) =>
  Object.entries(fields).find(([, schema]) => hintOf(schema)?.title === key)?.[0];
