import type { z } from 'zod';
import { unwrap } from '../schemas/field.ts';
import { schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import { NO_TEXT } from './wording.ts';

type Issue = z.core.$ZodIssue;

const MAX_ROUNDS = 5;

const same = (a: Issue, b: Issue) =>
  a.message === b.message && a.code === b.code && JSON.stringify(a.path) === JSON.stringify(b.path);

/**
 * Every issue of a value. A schema stops at an object's own faults before it compares its fields, so the parts
 * at fault are taken out and the rest is assessed again: no problem hides another.
 */
export function collectIssues(schema: z.ZodType, value: unknown): Issue[] {
  const issues: Issue[] = [];
  const removed: Path[] = [];
  let rest = value;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const result = schema.safeParse(rest, { error: () => NO_TEXT });
    if (result.success) return issues;
    const fresh = result.error.issues.filter((issue) => !isEcho(issue, removed, rest));
    issues.push(...fresh.filter((issue) => !issues.some((known) => same(known, issue))));
    const faults = result.error.issues.flatMap((issue) => faultsOf(schema, rest, issue));
    if (faults.length === 0) break;
    rest = without(rest, faults);
    removed.push(...faults);
  }
  return issues;
}

/** True for a fault that is there only because a part was taken out: at that part, or a rule about what holds it. */
function isEcho(issue: Issue, removed: readonly Path[], rest: unknown): boolean {
  const path = issue.path as Path;
  const holds = (part: Path) => path.every((key, at) => part[at] === key);
  if (issue.code === 'custom') return removed.some(holds);
  return (
    removed.some((part) => holds(part) && part.length === path.length) && valueAt(rest, path) === undefined
  );
}

/** What to take out for an issue: the unknown fields, or the innermost optional field around it. */
function faultsOf(schema: z.ZodType, value: unknown, issue: Issue): Path[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  for (let depth = path.length; depth > 0; depth -= 1) {
    const part = path.slice(0, depth);
    const at = schemaAt(schema, part, value);
    if (at && unwrap(at) !== at && valueAt(value, part) !== undefined) return [part];
  }
  return [];
}

function without(value: unknown, paths: readonly Path[]): unknown {
  const copy = structuredClone(value);
  for (const path of paths) {
    const parent = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1);
    if (typeof parent === 'object' && parent !== null && key !== undefined)
      Reflect.deleteProperty(parent, key);
  }
  return copy;
}
