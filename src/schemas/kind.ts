/** What a row of the table of kinds (`src/kinds.ts`) tells of a kind of content. */
import type { z } from 'zod';
import type { OwnerLevel } from '../domain/ownership.ts';
import type { SearchKind } from '../domain/search/types.ts';

/** What stood in place of `<county>`, `<office>`, `<slug>` … in a file's path. */
export type PathNames = Readonly<Record<string, string>>;

/** What a text is called and what it says in a sentence; in short and as people say it, where the search has that too. */
export interface TextSummary {
  readonly title: string;
  readonly text: string;
  readonly short?: string;
  readonly aliases?: readonly string[] | undefined;
}

/** What is told of a record that says so itself. */
export const summarised = ({
  title,
  summary: text,
  aliases,
}: {
  readonly title: string;
  readonly summary: string;
  readonly aliases?: readonly string[] | undefined;
}): TextSummary => ({ title, text, aliases });

/** Texts with a list of their own, which stands at their folder's name, and each text below it. */
export interface List<R = never> {
  /** Where it is not called as the kind. */
  readonly title?: string;
  /** What the list is for, behind its title. */
  readonly about: string;
  /** Its type in the page tags of government sites, what it holds, and keywords beside its title. */
  readonly column: readonly [type: string, description: string, ...keywords: string[]];
  /** What the search shows its texts as. */
  readonly search: SearchKind;
  readonly tells: (record: R) => TextSummary;
}

interface More<R> {
  readonly kilobytes?: number;
  /** What Astro's collection of it is called, where neither as the kind nor, with a list, as the folder. */
  readonly collection?: string;
  /** Of kinds that grow with the city, the fields that lists need; of others the collection keeps all. */
  readonly card?: readonly string[];
  /** The page of such content, without base; absent where it has none of its own, or stands below its list. */
  readonly address?: (names: PathNames) => string;
  readonly list?: List<R>;
}

export interface Kind extends More<never> {
  /** Where such files stand; `<…>` is a slug, `<year>` four digits, `<date>` a date. */
  readonly pattern: string;
  readonly title: string;
  readonly schema: z.ZodType;
  readonly owner: OwnerLevel;
  readonly maxBytes: number;
}

/** A row of the table of kinds: how large a file may be is told in kilobytes. */
export const kind = <const P extends string, S extends z.ZodType, const M extends More<z.infer<S>>>(
  pattern: P,
  title: string,
  schema: S,
  owner: OwnerLevel,
  more?: M,
) => ({ pattern, title, schema, owner, maxBytes: (more?.kilobytes ?? 64) * 1024, ...(more as M) });

