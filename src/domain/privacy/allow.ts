/** Which findings may stand: those that somebody answers for, until a day (`content/privacy-allow.json`). */
import type { Allowance } from '../../schemas/privacy-allow.ts';
import type { Match, PrivacyKindName } from './kinds.ts';
import { normalise } from './normalise.ts';

/** The longest an exception may hold before somebody looks at it again. */
export const ALLOWANCE_DAYS = 400;

/** A finding with the file that it is in. */
interface Located extends Pick<Match, 'kind' | 'value'> {
  /** Relative to the content folder. */
  readonly file: string;
}

const bare = (text: string) =>
  normalise(text)
    .text.replace(/[^\p{L}\p{N}@]/gu, '')
    .toUpperCase();

const keyOf = (file: string, kind: PrivacyKindName, text: string) => `${file}\0${kind}\0${bare(text)}`;

export interface Allowances {
  /** The exception that covers a finding, whether or not its time is over. */
  readonly covering: (finding: Located) => Allowance | undefined;
  readonly isOver: (allowance: Allowance) => boolean;
}

/** The exceptions, looked up by file, kind and value; separators and width of the value do not matter. */
export function allowancesOf(list: readonly Allowance[], today: string): Allowances {
  const byKey = new Map(list.map((one) => [keyOf(one.file, one.kind, one.text), one]));
  return {
    covering: ({ file, kind, value }) => byKey.get(keyOf(file, kind, value)),
    isOver: ({ until }) => until < today,
  };
}
