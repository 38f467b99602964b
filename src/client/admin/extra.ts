/** A file that is edited beside the office's own: a guide's local text, a notice that is there already. */
import type { Problem } from '../../domain/problems.ts';
import type { FileEdit } from '../../forges/types.ts';
import type { Kept } from './drafts/onto-now.ts';
import type { Carrying } from './notice-state.ts';
import type { ToldChange } from './words.ts';

/** What a draft keeps of such a file. */
export interface KeptExtra extends Kept {
  readonly file: string;
  readonly title: string;
}

export interface Extra {
  /** Below the content folder, as problems name it. */
  readonly file: string;
  /** What it is called in the title of the request and where it is looked over. */
  readonly title: () => string;
  readonly isChanged: () => boolean;
  readonly edits: () => FileEdit[];
  readonly problems: () => Problem[];
  readonly told: () => ToldChange[];
  /** The whole text as it would be published, in Markdown. */
  readonly text?: () => string;
  /** The documents that it carries. */
  readonly carrying?: () => Carrying;
  readonly draft?: () => Kept | undefined;
  /** Goes on with a draft; where others changed the same, theirs stands, and what was typed is told. */
  readonly resume?: (kept: Kept) => { readonly isMoved: boolean; readonly lost: readonly string[] };
}

/** Those in which something was changed. */
export const changedExtras = ({ extras }: { readonly extras: ReadonlyMap<string, Extra> }): Extra[] =>
  [...extras.values()].filter((one) => one.isChanged());
