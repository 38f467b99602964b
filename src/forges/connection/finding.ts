import type { Topic } from './advice.ts';

export type ConnectionState = 'good' | 'bad' | 'unknown';

/** What was found of one thing. */
export interface ConnectionFinding {
  readonly title: string;
  readonly state: ConnectionState;
  readonly told: string;
  /** What to set, a line or a block each. */
  readonly todo: readonly string[];
}

/** Makes findings with the advice of the platform. */
export type Find = (title: string, state: ConnectionState, told: string, topic?: Topic) => ConnectionFinding;
