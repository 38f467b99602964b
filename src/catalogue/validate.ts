import type { z } from 'zod';
import type { Problem } from '../domain/problems.ts';
import { hintOf } from '../schemas/field.ts';
import { schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import { problemAt, type Entry } from './entry.ts';
import { explain } from './explain.ts';
import { collectIssues } from './issues.ts';
import { writeField } from './notation.ts';
import { proposeValue } from './propose.ts';
import { unknownField } from './unknown-field.ts';
import { choicesOf, wordIssue } from './wording.ts';

type Draft = Omit<Entry, 'data'>;
type Issue = z.core.$ZodIssue;

interface Validated {
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

function problemsOf(draft: Draft, issue: Issue): Problem[] {
  const path = issue.path as Path;
  const special = explain(draft, issue, path);
  if (special) return [problemAt(draft, special)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(draft, path, key));
  const value = valueAt(draft.raw, path);
  const missing = value === undefined;
  const message =
    missing && issue.code !== 'custom'
      ? `缺少“${titleAt(draft, path)}”`
      : wordIssue(issue, value, draft.notation);
  const remedy = remedyFor(draft, issue, value);
  return [problemAt(draft, { kind: missing ? 'missingField' : 'value', path, message, remedy })];
}

function titleAt(draft: Draft, path: Path): string {
  const at = schemaAt(draft.schema, path, draft.raw);
  return (at && hintOf(at)?.title) || String(path.at(-1) ?? '内容');
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function remedyFor(draft: Draft, issue: Issue, value: unknown): string {
  const path = issue.path as Path;
  // A rule about several fields: an example of the whole would not say which to change.
  if (issue.code === 'custom' && typeof value === 'object' && !isEmptyList(value))
    return '几个字段合起来不对，改其中写错的一个';
  const proposal = proposeValue(draft, path, choicesOf(issue).map(String));
  if (proposal.value === undefined) return value === undefined ? '补上这个字段' : '照同类文件的样子改写';
  const written = writeField(draft.notation, path.at(-1), proposal.value);
  if (value === undefined || (issue.code === 'custom' && isEmptyList(value))) return `补上，例如 ${written}`;
  return proposal.certain ? `改成 ${written}` : `例如写 ${written}`;
}
