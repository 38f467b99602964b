import { adaptedGuide, chainAbove } from '../domain/adaptations.ts';
import { coverageOf } from '../domain/coverage.ts';
import { textsOf } from '../domain/texts.ts';
import { type KindName, LISTED_KINDS } from '../kinds.ts';
import type { Within } from '../domain/urls.ts';
import { ELEMENT_NAMES } from '../schemas/adaptation.ts';
import { adaptationsIn } from './adaptations.ts';
import { ownerOfText } from '../domain/notice-places.ts';
import type { Asset } from './assets.ts';
import type { Contents, CountyFiles } from './contents.ts';
import { linkOffices, type OfficeDraft } from './link-offices.ts';
import { joinedDangers, joinedWords } from './own-words.ts';
import { compareText, dataOf, linkAttachments, linkNotices, toDocument } from './documents.ts';
import { linkPhotos } from './photos.ts';
import type { Catalogue, Community, County, Document, Text, Township } from './types.ts';

/** Makes the catalogue of contents that have no errors; `quarantined` names offices that were set aside for theirs. */
export function linkCatalogue(
  contents: Contents,
  within: Within,
  quarantined: readonly string[] = [],
): Catalogue {
  const site = dataOf(contents.of('site')[0], 'site.json');
  const documents = <K extends KindName>(kind: K) =>
    contents.of(kind).map((entry) => toDocument(entry, within));
  const texts = LISTED_KINDS.flatMap((kind) => documents(kind).sort(byOrder)) as Text[];
  const { assets } = contents;
  const adaptations = linkAdaptations(contents, within);
  const sayings = [...contents.of('synonyms'), ...contents.of('ownWords')];
  const counties = contents.real.counties
    .map((files) => linkCounty(files, within, false, assets))
    .sort(byCounty);
  const samples = contents.samples.counties.map((files) => linkCounty(files, within, true, assets));
  return {
    site,
    calendars: contents
      .of('calendar')
      .map((entry) => dataOf(entry, 'calendar'))
      .sort((a, b) => a.year - b.year),
    disclosure: dataOf(contents.of('disclosure')[0], 'disclosure.json').items,
    standards: contents.of('standards')[0]?.data,
    plan: contents.of('plan')[0]?.data,
    progress: contents.of('progress')[0]?.data,
    counties,
    offices: counties.flatMap(({ offices }) => offices),
    samples: site.features.samples ? samples.flatMap(({ offices }) => offices) : [],
    texts,
    functions: textsOf(texts, 'functionPage'),
    services: textsOf(texts, 'service').map((doc) =>
      Object.assign(doc, {
        original: doc.data,
        data: adaptedGuide(doc.data, chainAbove(doc.slug, { level: 'county' }, adaptations), ELEMENT_NAMES),
      }),
    ),
    adaptations,
    rules: textsOf(texts, 'rule'),
    ways: contents.of('triage')[0]?.data,
    words: joinedWords(contents),
    asked: sayings.flatMap(({ data }) => data?.asked ?? []),
    urgent: joinedDangers(contents),
    calm: sayings.flatMap(({ data }) => data?.calm ?? []),
    elsewhere: contents.of('elsewhere')[0]?.data,
    laws: textsOf(texts, 'law').map(({ slug, data }) => ({ slug, record: data })),
    notices: linkNotices('affairs', contents.of('notice'), assets, within),
    boundaries: contents.of('boundaries').find((entry) => entry.names['slug'] === site.map?.boundaries?.file)
      ?.data,
    photos: linkPhotos(contents.photos),
    pages: new Map(documents('page').map((page) => [page.slug, page])),
    readings: contents.of('readings')[0]?.data,
    quarantined: new Set(quarantined),
    redirects: contents.of('redirects')[0]?.data?.redirects ?? [],
    withdrawn: contents.of('withdrawn')[0]?.data?.withdrawn ?? [],
  };
}

const linkAdaptations = (contents: Contents, within: Within): Catalogue['adaptations'] =>
  adaptationsIn(contents).map(({ entry, ...one }) => ({
    ...one,
    html: toDocument(entry, within).html,
    attachments: linkAttachments(ownerOfText(one.place), one.data, contents.assets),
  }));

const LAST = Number.MAX_SAFE_INTEGER;
const inOrder = (a: { readonly order?: number | undefined }, b: typeof a) =>
  (a.order ?? LAST) - (b.order ?? LAST);

const byOrder = (a: Document<object>, b: Document<object>) =>
  inOrder(a.data, b.data) || compareText(a.slug, b.slug);

const byCounty = ({ record: a }: County, { record: b }: County) =>
  inOrder(a, b) || compareText(a.code, b.code);

function linkCounty(files: CountyFiles, within: Within, sample: boolean, assets: readonly Asset[]): County {
  const townships: Township[] = [];
  const offices: OfficeDraft[] = [];
  const county: County = { slug: files.slug, record: dataOf(files.county, 'county'), townships, offices };
  const villages = dataOf(files.divisions, 'divisions').townships.flatMap((record) => {
    const communities: Village[] = [];
    const township: Township = { record, county, communities };
    townships.push(township);
    communities.push(...record.communities.map((one): Village => ({ record: one, township, offices: [] })));
    return communities;
  });
  offices.push(...linkOffices(files, county, { within, sample, assets }));
  joinVillages(villages, offices);
  return county;
}

/** A village while it is being linked. */
type Village = Omit<Community, 'offices'> & { readonly offices: OfficeDraft[] };

/** Joins each village to the offices that serve it; a closed office serves nobody. */
function joinVillages(villages: readonly Village[], offices: readonly OfficeDraft[]): void {
  const open = new Map(offices.filter(isOpen).map((office) => [office.id, office]));
  const served = coverageOf(
    villages.map(({ record, township }) => ({ code: record.code, township: township.record.code })),
    [...open.values()].map(({ id, record }) => ({ office: id, codes: record.serves })),
  );
  for (const village of villages)
    for (const id of served.get(village.record.code) ?? []) {
      const office = open.get(id);
      if (!office) continue;
      village.offices.push(office);
      office.communities.push(village);
    }
}

const isOpen = ({ record }: OfficeDraft) => record.status.state !== 'closed';
