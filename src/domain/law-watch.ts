import type { Catalogue, Law } from '../catalogue/types.ts';
import type { LawEdition, LawRecord } from '../schemas/law.ts';
import { addDays } from './dates.ts';
import { citationsIn, type Cited } from './cited.ts';
import { comingEditions, dueEditions, unlookedEditions } from './editions.ts';

/** After so many days a law's record is to be held against the published text again. */
export const LAW_DAYS = 180;

/** Something that cites laws: where it is written, and when somebody last looked whether it still holds. */
export interface Citing {
  readonly file: string;
  readonly title: string;
  readonly looked?: string | undefined;
  readonly data: object;
}

const OTHERS = '不归司法所管的事';

interface Cites {
  readonly title?: string;
  readonly adapts?: string;
  readonly looked?: string | undefined;
  readonly updated?: string | undefined;
}

/** What of a page rests on the changed articles. */
interface Resting {
  readonly file: string;
  readonly title: string;
  readonly parts: readonly string[];
}

export interface Amendment {
  readonly law: Law;
  readonly edition: LawEdition;
  readonly resting: readonly Resting[];
}

export interface LawWatch {
  /** Records that nobody held against the published text within their interval; since when, if ever. */
  readonly overdue: readonly { readonly law: Law; readonly since?: string | undefined }[];
  /** Editions that come into force, and what will have to be looked at. */
  readonly coming: readonly Amendment[];
  /** Editions in force, and what nobody has looked at since. */
  readonly due: readonly Amendment[];
}

/** When a page was last written or looked through. */
export const lookedOn = (page: { looked?: string | undefined; updated?: string | undefined }) =>
  [page.looked, page.updated]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);

const PARTS: Readonly<Record<string, string>> = {
  basis: '依据',
  fee: '费用',
  remedies: '救济',
};

/** Lists whose parts have names of their own. */
const NAMED: Readonly<Record<string, { readonly word: string; readonly field: string }>> = {
  limits: { word: '时限', field: 'label' },
  materials: { word: '材料', field: 'name' },
  items: { word: '事项', field: 'title' },
};

/** The part of a page that a citation stands in, in words: a limit and a material by their own names. */
function partOf({ path }: Cited, data: object): string {
  const [list = '', at] = path;
  const named = NAMED[list];
  if (!named) return PARTS[list] ?? '正文';
  const one = (Reflect.get(data, list) as readonly object[])[Number(at)] ?? {};
  return `${named.word}“${String(Reflect.get(one, named.field))}”`;
}

type Touched = (cited: Cited, page: Citing) => readonly LawEdition[];

/** What cites laws, with its citations, which are looked for once. */
type Read = Citing & { readonly cited: readonly Cited[] };

function restingOn(law: Law, edition: LawEdition, pages: readonly Read[], touched: Touched): Resting[] {
  return pages.flatMap((page) => {
    const parts = page.cited
      .filter((one) => one.citation.law === law.slug && touched(one, page).includes(edition))
      .map((one) => partOf(one, page.data));
    return parts.length ? [{ file: page.file, title: page.title, parts: [...new Set(parts)] }] : [];
  });
}

function amendmentsOf(law: Law, editions: readonly LawEdition[], pages: readonly Read[], touched: Touched) {
  return editions.map((edition): Amendment => ({
    law,
    edition,
    resting: restingOn(law, edition, pages, touched),
  }));
}

/** The last day on which a law's record counts as held against the published text. */
export const currentUntil = ({ current, intervalDays }: LawRecord, days: number) =>
  current === undefined ? undefined : addDays(current, intervalDays ?? days);

/** What of the laws cited is to be read again, and which pages their amendments concern. */
export function watchLaws(
  laws: readonly Law[],
  citing: readonly Citing[],
  today: string,
  days: number = LAW_DAYS,
): LawWatch {
  const pages = citing.map((page): Read => ({ ...page, cited: [...citationsIn(page.data)] }));
  const cited = new Set(pages.flatMap((page) => page.cited.map((one) => one.citation.law)));
  const used = laws.filter(({ slug }) => cited.has(slug));
  return {
    overdue: used.flatMap((law) => {
      const until = currentUntil(law.record, days);
      if (until !== undefined && today <= until) return [];
      return [{ law, since: until && addDays(until, 1) }];
    }),
    coming: used.flatMap((law) =>
      amendmentsOf(law, comingEditions(law.record, today), pages, ({ citation }, { looked }) =>
        unlookedEditions(citation, law.record, looked),
      ),
    ),
    due: used
      .flatMap((law) =>
        amendmentsOf(law, law.record.editions, pages, ({ citation }, { looked }) =>
          dueEditions(citation, law.record, looked, today),
        ),
      )
      .filter(({ resting }) => resting.length > 0),
  };
}

/** What cites laws, as it is watched; a table without a title is called what it is about. */
export function citingOf({ file, data }: { file: string; data: Cites }): Citing {
  const title = data.title ?? (data.adapts ? `${data.adapts.replace(/@.*$/, '')}的本地写法` : OTHERS);
  return { file, title, looked: lookedOn(data), data };
}

/** What of the laws a whole catalogue cites is to be read again. */
export function watchCatalogue(catalogue: Catalogue, today: string): LawWatch {
  const { services, texts, elsewhere, laws, site } = catalogue;
  const guides = services.map(({ file, original }) => citingOf({ file, data: original }));
  const others = texts.filter((one) => one.kind !== 'service' && one.kind !== 'law').map(citingOf);
  const local = catalogue.adaptations.map(citingOf);
  const table = elsewhere ? [citingOf({ file: 'elsewhere.json', data: elsewhere })] : [];
  return watchLaws(laws, [...guides, ...local, ...others, ...table], today, site.intervals.lawDays);
}
