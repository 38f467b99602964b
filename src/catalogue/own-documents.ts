/** A city's own documents: what they say about national texts stands in their records, and joins those texts here. */
import { folderOf, isListed } from '../kinds.ts';
import type { FunctionRecord } from '../schemas/function.ts';
import type { DisclosureItem } from '../schemas/disclosure.ts';
import type { CitationRecord, LawRecord } from '../schemas/law.ts';
import type { Entry } from './entry.ts';

/** What one own document says about one text. */
interface Bearing {
  readonly law: string;
  readonly record: LawRecord;
  /** `services/legal-aid` */
  readonly text: string;
  readonly articles: CitationRecord['articles'];
  readonly note?: string | undefined;
}

const isLaw = (entry: Entry): entry is Entry<LawRecord> => entry.kind === 'law';

const bearingsIn = (entries: readonly Entry[]): Bearing[] =>
  entries
    .filter(isLaw)
    .flatMap(({ data, names: { slug = '' } }) =>
      (data?.bearsOn ?? []).map((one) => ({ ...one, law: slug, record: data as LawRecord })),
    );

const citationOf = ({ law, articles, note }: Bearing): CitationRecord => ({
  law,
  articles,
  ...(note !== undefined && { note }),
});

/** `乐府办函〔2018〕71号 二（四）3、二（四）4（岗位目标责任制度）` */
const inWords = ({ record, articles, note }: Bearing): string =>
  `${record.number ?? record.shortName} ${articles.join('、')}${note === undefined ? '' : `（${note}）`}`;

function withBasis(entry: Entry, own: readonly Bearing[]): Entry {
  const data = entry.data as { basis: readonly CitationRecord[]; since?: FunctionRecord['since'] };
  const basis = [...data.basis, ...own.map(citationOf)];
  const first = entry.kind === 'functionPage' && data.since === undefined ? own[0] : undefined;
  const since = first && { kind: 'seed' as const, label: inWords(first) };
  return { ...entry, data: { ...data, basis, ...(since && { since }) } };
}

function withItems(entry: Entry, bearings: readonly Bearing[]): Entry {
  const { items } = entry.data as { items: readonly DisclosureItem[] };
  const joined = items.map((item) => {
    const own = bearings.filter(({ text }) => text === `disclosure/${item.id}`).map(inWords);
    return own.length === 0 ? item : { ...item, basis: [...own, item.basis].filter(Boolean).join('；') };
  });
  return { ...entry, data: { items: joined } };
}

/** The texts with what a city's own documents add to their basis. */
export function withOwnDocuments(entries: readonly Entry[]): readonly Entry[] {
  const bearings = bearingsIn(entries);
  if (bearings.length === 0) return entries;
  return entries.map((entry) => {
    if (entry.data === undefined) return entry;
    if (entry.kind === 'disclosure') return withItems(entry, bearings);
    if (!isListed(entry.kind)) return entry;
    const name = `${folderOf(entry.kind)}/${entry.names['slug']}`;
    const own = bearings.filter(({ text }) => text === name);
    return own.length === 0 ? entry : withBasis(entry, own);
  });
}
