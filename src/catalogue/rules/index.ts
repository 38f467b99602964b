import type { Problem } from '../../domain/problems.ts';
import type { Contents } from '../contents.ts';

/** A rule that looks across files; it says nothing where a file it needs could not be read. */
export type Rule = (contents: Contents) => readonly Problem[];

/** Every rule that looks across files. */
export const RULES = {} as const satisfies Record<string, Rule>;

/** What all rules find. */
export const checkRules = (contents: Contents): Problem[] =>
  Object.values<Rule>(RULES).flatMap((rule) => rule(contents));
