/** What `/data/` says of each kind of file for others. */
import { sizeInWords } from '../domain/attachment-types.ts';
import { type Documented, sizeOf } from '../domain/documented.ts';
import { kept } from '../domain/reads.ts';

interface File {
  readonly path: string;
  readonly kind: string;
  readonly build: () => string;
}

const EXCERPT_LINES = 14;
const EXCERPT_LENGTH = 480;

/** The beginning of a file, as much as shows its form. */
function excerptOf(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const begin = lines.slice(0, EXCERPT_LINES).join('\n');
  return begin.length < text.trimEnd().length ? `${begin.slice(0, EXCERPT_LENGTH).trimEnd()}\n……` : begin;
}

const beginningOf = ({ path, build }: File) => kept(`beginning ${path}`, () => excerptOf(build()));

/** One kind with its files: how many, how large, and the beginning of one. */
function rowOf(id: string, kind: Documented, files: readonly File[]) {
  const first = files[0];
  const single = first !== undefined && files.length === 1 && first.path === kind.pattern;
  return {
    id,
    title: kind.title,
    about: kind.about,
    english: kind.english,
    pattern: kind.pattern,
    type: kind.mediaType.replace(/;.*/, ''),
    schema: kind.schema,
    dated: kind.dated ?? false,
    count: files.length,
    single,
    size: sizeInWords(files.reduce((sum, file) => sum + sizeOf(file), 0)),
    /** What holds for a day is not shown on a page that stays. */
    example: first && { path: first.path, text: kind.dated ? undefined : beginningOf(first) },
  };
}

export type DataRow = ReturnType<typeof rowOf>;

/** Every kind in the order of its documentation, those without a file too: there the page says that none is there yet. */
export function dataRows(kinds: Readonly<Record<string, Documented>>, files: readonly File[]): DataRow[] {
  const of = (id: string) => files.filter(({ kind }) => kind === id);
  return Object.entries(kinds).map(([id, kind]) => rowOf(id, kind, of(id)));
}
