/** A moment on Shanghai's clock: minutes after midnight, 0 to 1439. */
export interface Moment {
  readonly date: string;
  readonly minute: number;
}

const CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as a moment on Shanghai's clock, whatever the reader's own zone. */
export function momentInShanghai(instant: Date): Moment {
  const part = Object.fromEntries(CLOCK.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    minute: Number(part['hour']) * 60 + Number(part['minute']),
  };
}
