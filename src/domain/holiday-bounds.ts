/**
 * The longest holidays that a year may have whose arrangement is not known.
 *
 * 全国年节及纪念日放假办法 fixes 13 days off (known well, from 2025 on): 元旦 1, 春节 4, 清明节 1, 劳动节 2, 端午节 1,
 * 中秋节 1, 国庆节 3. The yearly notice joins them with shifted weekends. For each holiday the table gives the dates
 * between which its days off can lie (lunar feasts wander) and how many weekdays it can take at most, each a
 * little more than in any notice from 2008 to 2026: at most 6 weekdays for 春节 and 国庆节, 3 for the others; here
 * 8, 6 and 3 to 5. All together 33, where those years took 16 to 23.
 *
 * Not covered, as nobody can foresee it: a single extra holiday by special decree (3 September 2015).
 */
const MAY_REST = [
  { from: '01-01', to: '01-04', weekdays: 3 },
  { from: '01-18', to: '03-02', weekdays: 8 },
  { from: '04-02', to: '04-08', weekdays: 3 },
  { from: '04-27', to: '05-07', weekdays: 5 },
  { from: '05-25', to: '06-28', weekdays: 3 },
  { from: '09-04', to: '10-10', weekdays: 3 },
  { from: '09-28', to: '10-10', weekdays: 6 },
  // The next year's 元旦 may begin before it (30 December 2018).
  { from: '12-29', to: '12-31', weekdays: 2 },
] as const;

/**
 * Asked of one weekday after another, in either direction, says whether it may be off, and takes it from what
 * its holiday has left. Taking each day as soon as it may be off delays the end of a count most.
 */
export function longestHolidays(): (weekday: string) => boolean {
  const taken = new Map<string, number>();
  return (date) => {
    const day = date.slice(5);
    for (const { from, to, weekdays } of MAY_REST) {
      const holiday = `${date.slice(0, 4)}-${from}`;
      const used = taken.get(holiday) ?? 0;
      if (day < from || day > to || used >= weekdays) continue;
      taken.set(holiday, used + 1);
      return true;
    }
    return false;
  };
}
