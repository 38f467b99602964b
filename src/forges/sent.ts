/** What became of proposals: asked of a platform when somebody wants to know, and changed while nobody has decided. */

/** A pull request with where it stands. */
export interface Sent {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** The branch that carries it. */
  readonly branch: string;
  /** The account that opened it. */
  readonly author: string;
  /** The commit that is proposed. */
  readonly head: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** ISO instants. */
  readonly sentOn: string;
  readonly endedOn?: string | undefined;
}

export interface Remark {
  readonly author: string;
  readonly text: string;
}

export interface Asked {
  /** The branch that is to be changed. */
  readonly base: string;
  readonly state: 'open' | 'all';
  /** Only those of one account. */
  readonly author?: string;
}

export interface Proposals {
  /** The newest first; of the last few hundred. */
  readonly list: (asked: Asked) => Promise<readonly Sent[]>;
  /** The files that one changes. */
  readonly paths: (number: number) => Promise<readonly string[]>;
  /** What was said under it, the oldest first. */
  readonly remarks: (number: number) => Promise<readonly Remark[]>;
  /** Gives it other words. */
  readonly update: (number: number, title: string, description: string) => Promise<unknown>;
}

/** Forges do not tell upper from lower case in names. */
export const isSameAccount = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
