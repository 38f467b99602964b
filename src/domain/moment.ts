/** A moment on Shanghai's clock: minutes after midnight, 0 to 1439. */
export interface Moment {
  readonly date: string;
  readonly minute: number;
}

const UTC_PLUS_8 = 8 * 3_600_000;

/** An instant as a moment on Shanghai's clock, whatever the reader's own zone; from 1992 on, without summer time. */
export function momentInShanghai(instant: Date): Moment {
  const clock = new Date(instant.getTime() + UTC_PLUS_8);
  return {
    date: clock.toISOString().slice(0, 10),
    minute: clock.getUTCHours() * 60 + clock.getUTCMinutes(),
  };
}
