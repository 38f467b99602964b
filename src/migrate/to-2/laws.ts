/** Laws: what was said of one text becomes a list of editions, and of who read which. */
import { certaintyOf } from './certainty.ts';
import type { TextData } from './front.ts';

interface OldLaw extends TextData {
  readonly effective?: string;
  readonly revised?: string;
  readonly number?: string;
  readonly source?: string;
  readonly statusNote?: string;
  readonly articles: readonly TextData[];
}

const MAX_NAME = 60;
const MAX_PLACE = 120;

const yearOf = ({ revised = '', effective, number = '' }: OldLaw): string =>
  /(\d{4})年/.exec(revised)?.[1] ?? effective?.slice(0, 4) ?? /〔(\d{4})〕/.exec(number)?.[1] ?? '0000';

/** What the one edition is called: as it was told, else by the year that is known of it. */
function nameOf(law: OldLaw, year: string): string {
  if (law.revised && law.revised.length <= MAX_NAME) return law.revised;
  if (law.effective) return `${year}年施行的文本`;
  return year === '0000' ? '没有写版本' : `${year}年的文本`;
}

/** Until which day the text was held against the published one, where that was written: the first of the month. */
function currentOf({ source = '', statusNote = '' }: OldLaw): string | undefined {
  const found = /核对至(\d{4})年(\d{1,2})月/.exec(`${source}${statusNote}`);
  return found ? `${found[1]}-${(found[2] ?? '').padStart(2, '0')}-01` : undefined;
}

const isNew = (law: TextData): boolean => Object.hasOwn(law, 'editions');

/** A law in the writing of version 2. Who read its text and when is said only where the old one says it. */
export function lawOf(old: TextData): TextData {
  if (isNew(old)) return old;
  const { effective, revised, source, articles, ...rest } = old as OldLaw;
  const id = yearOf(old as OldLaw);
  const current = currentOf(old as OldLaw);
  const where = source?.split('，')[0]?.slice(0, MAX_PLACE);
  const notes = [...(revised && revised.length > MAX_NAME ? [revised] : []), ...(source ? [source] : [])];
  return {
    ...rest,
    editions: [{ id, name: nameOf(old as OldLaw, id), ...(effective && { effective }) }],
    read: current && where ? [{ edition: id, on: current, where, extent: 'articles' }] : [],
    ...(current && { current }),
    articles: articles.map((one) => ({ ...one, certainty: certaintyOf(one['certainty']) })),
    ...(notes.length > 0 && { sourceNotes: notes }),
  };
}
