import { dateInShanghai } from '../domain/dates.ts';

/** The day a site is built for, Asia/Shanghai, of the instant that the build command fixed. */
export function buildDay(): string {
  const instant = process.env['OPEN_OFFICE_NOW'];
  if (!instant)
    throw new Error('OPEN_OFFICE_NOW is not set: build through npm run build, npm start or npm run dev');
  return dateInShanghai(new Date(instant));
}
