import type { Catalogue } from '../catalogue/types.ts';
import { assessCatalogue, linkOf, tally } from '../domain/disclosure/assess.ts';
import type { Assessed, AssessedOffice, Tally } from '../domain/disclosure/assess.ts';
import { noteOf, type Evidence, type LapseReason } from '../domain/disclosure/evidence.ts';
import { FORMULA, type Score, scoreOf, scoredCells, weightOf } from '../domain/disclosure/score.ts';
import { DISCLOSURES } from '../domain/disclosure/four.ts';
import { paths } from '../domain/urls.ts';
import type { ExportContext } from './context.ts';
import type { DisclosureItem } from '../schemas/disclosure.ts';

export interface DisclosureCell {
  readonly item: string;
  readonly state: Evidence['state'];
  readonly reason?: LapseReason;
  readonly on?: string;
  readonly since?: string;
  readonly until?: string;
  readonly inherited?: true;
  readonly note?: string;
  /** Where the evidence stands, or the place where it is owed. */
  readonly link: string;
}

export interface DisclosureOffice {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly url: string;
  readonly counts: Tally;
  /** Absent where the city does not publish its standards. */
  readonly score?: Score;
  readonly cells: readonly DisclosureCell[];
}

/** `data/disclosure.json`. */
export interface DisclosureFile {
  readonly title: string;
  readonly inputsDigest: string;
  readonly licence: string;
  readonly asOf: string;
  /** The cells of the day, which the fast lane renews by themselves. */
  readonly daily: { readonly items: readonly string[]; readonly asOf: string };
  readonly note: string;
  readonly items: readonly (Pick<
    DisclosureItem,
    'id' | 'title' | 'expects' | 'supplier' | 'freshness' | 'basis'
  > & {
    readonly disclosure: string;
    /** What it weighs in the score. */
    readonly weight?: number;
  })[];
  readonly counts: Tally;
  readonly offices: readonly DisclosureOffice[];
}

const NOTE =
  'state：published 已公开，stale 待核实（reason 为 verification）或待更新（update），missing 待公开，not-applicable 不适用。until 是不再更新时仍算已公开的最后一天；inherited 是统一编写的内容。asOf 是计算的时刻，daily.asOf 是每日去向的时刻。';

/** One cell as it is published; absent fields say that there is nothing to say. */
export function cellData(item: string, evidence: Evidence, link: string): DisclosureCell {
  const note = noteOf(evidence);
  const { state } = evidence;
  return {
    item,
    state,
    ...('reason' in evidence && { reason: evidence.reason }),
    ...('on' in evidence && evidence.on && { on: evidence.on }),
    ...('since' in evidence && evidence.since && { since: evidence.since }),
    ...('until' in evidence && evidence.until && { until: evidence.until }),
    ...('inherited' in evidence && { inherited: true }),
    ...(note && { note }),
    link,
  };
}

const officeData = (
  { office, cells }: AssessedOffice,
  address: ExportContext['address'],
  scoredOn: string | undefined,
): DisclosureOffice => ({
  id: office.id,
  name: office.record.name,
  county: office.county.record.name,
  url: address(paths.office(office.id)),
  counts: tally(cells),
  ...(scoredOn && { score: scoreOf(scoredCells(cells), scoredOn) }),
  cells: cells.map((one: Assessed) => cellData(one.item.id, one.evidence, address(linkOf(office.id, one)))),
});

type Settings = Pick<ExportContext, 'address' | 'digest' | 'now'>;

/** The file with the digest of what it says of items and offices. */
export const signed = (
  { inputsDigest: _, ...rest }: DisclosureFile,
  digest: ExportContext['digest'],
): DisclosureFile => {
  const { title, ...more } = rest;
  return { title, inputsDigest: digest(JSON.stringify([rest.items, rest.offices])), ...more };
};

const itemData = (item: DisclosureItem, scored: boolean): DisclosureFile['items'][number] => {
  const { id, title, disclosure, expects, supplier, freshness, basis } = item;
  return {
    id,
    title,
    disclosure: DISCLOSURES[disclosure],
    expects,
    supplier,
    freshness,
    basis,
    ...(scored && { weight: weightOf(item) }),
  };
};

/** Every item at every real office; samples are in no export (design §2.2). */
export function disclosureFile(catalogue: Catalogue, settings: Settings): DisclosureFile {
  const { asOf, today, items, scored, counties } = assessCatalogue(catalogue, settings.now);
  const offices = counties.flatMap((one) => one.offices);
  const file = {
    title: `${catalogue.site.city.name}司法所“四公开”情况`,
    inputsDigest: '',
    licence: catalogue.site.contentLicence,
    asOf,
    daily: { items: items.filter(({ freshness }) => freshness === 'daily').map(({ id }) => id), asOf },
    note: scored ? `${NOTE}score：${FORMULA}` : NOTE,
    items: items.map((item) => itemData(item, scored)),
    counts: tally(offices.flatMap(({ cells }) => cells)),
    offices: offices.map((one) => officeData(one, settings.address, scored ? today : undefined)),
  };
  return signed(file, settings.digest);
}

export const disclosureJson = (file: DisclosureFile): string => `${JSON.stringify(file, null, 1)}\n`;
