/** Rows of whereabouts, written by hand. */
export type Row = {
  readonly date: string;
  readonly person: string;
  readonly session: string;
  readonly state: '在岗' | '公出';
  readonly back?: string;
};
export const row = (
  date: string,
  person = 'jia',
  session = '09:00-12:00',
  state: Row['state'] = '公出',
): Row => ({
  date,
  person,
  session,
  state,
});
export const file = (...entries: Row[]) => ({ entries });
