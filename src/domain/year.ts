/** Days of every year, `MM-DD`, 29 February included. */
const DAYS = /* @__PURE__ */ [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((days, month) =>
  Array.from(
    { length: days },
    (_, day) => `${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
  ),
);

export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

/** True when a day of the year lies in a span, which may run over New Year. */
export const isInSpan = (day: string, { from, to }: DateSpan): boolean =>
  from <= to ? from <= day && day <= to : day >= from || day <= to;

/** The runs of days that no span covers (`gaps`) and that several cover (`overlaps`), in calendar order. */
export function auditYear(spans: readonly DateSpan[]): { gaps: DateSpan[]; overlaps: DateSpan[] } {
  const covers = DAYS.map((day) => spans.filter((span) => isInSpan(day, span)).length);
  return { gaps: runs((at) => covers[at] === 0), overlaps: runs((at) => (covers[at] ?? 0) > 1) };
}

function runs(matches: (at: number) => boolean): DateSpan[] {
  const found: { from: string; to: string }[] = [];
  DAYS.forEach((day, at) => {
    if (!matches(at)) return;
    const last = found.at(-1);
    if (last && at > 0 && last.to === DAYS[at - 1]) last.to = day;
    else found.push({ from: day, to: day });
  });
  return found;
}
