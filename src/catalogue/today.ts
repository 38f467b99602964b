import { dateInShanghai } from '../domain/dates.ts';

/** The instant a site is built for, as the build command fixed it. */
export function buildInstant(): Date {
  const instant = process.env['OPEN_OFFICE_NOW'];
  if (!instant)
    throw new Error('OPEN_OFFICE_NOW is not set: build through npm run build, npm start or npm run dev');
  return new Date(instant);
}

/** The day of that instant in Asia/Shanghai. */
export const buildDay = (): string => dateInShanghai(buildInstant());
