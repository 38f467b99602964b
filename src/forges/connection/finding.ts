import type { Topic } from './advice.ts';

export type State = 'good' | 'bad' | 'unknown';

/** What was found of one thing. */
export interface Finding {
  readonly title: string;
  readonly state: State;
  readonly told: string;
  /** What to set, a line or a block each. */
  readonly todo: readonly string[];
}

/** Makes findings with the advice of the platform. */
export type Find = (title: string, state: State, told: string, topic?: Topic) => Finding;
