import { needOf, type Need } from '../../../domain/ownership.ts';

/** What a change of a file needs, by where it stands. */
export function needAt(file: string): Need {
  if (/^(?:affairs|divisions|calendar)\//.test(file)) return { level: 'city' };
  return needOf(file, file.startsWith('counties/') ? 'county' : undefined);
}
