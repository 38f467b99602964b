/** The past of an office as it may be told today: made once for a build, for its page, its feed and the data alike. */
import type { Catalogue, Office } from '../../catalogue/types.ts';
import { adaptedText } from '../../domain/adaptations.ts';
import { type History, leftOf, pastOf, type OfficeSnapshot } from '../../domain/history.ts';
import { unrepeated } from '../../domain/privacy/unrepeated.ts';
import { once } from '../../domain/reads.ts';
import { paths } from '../../domain/urls.ts';
import { noticePath } from '../notices.ts';
import { linesOf } from './lines.ts';
import type { HistoryLine, Present } from './texts.ts';
import type { NamesToday } from './facts.ts';

/** A release, or what was not released yet, with what it changed in one office. */
interface Told {
  readonly date?: string | undefined;
  readonly lines: readonly HistoryLine[];
  readonly after: OfficeSnapshot | undefined;
}

export interface OfficePast {
  readonly since?: string | undefined;
  readonly first?: OfficeSnapshot | undefined;
  /** Oldest first. */
  readonly releases: readonly Told[];
  /** False for a text that is not to be told of that past; the other one is for what it takes from its county. */
  readonly mayTell: (text: string) => boolean;
  readonly mayTellOfCounty: (text: string) => boolean;
}

/** What is asked for again, with what was read for it; apart for each history and what is public beside it. */
const made = new WeakMap<History, { readonly of: Catalogue; readonly past: (id: string) => OfficePast }>();

/** The past of an office, also of one that is no longer there. */
export function officePast(catalogue: Catalogue, history: History, id: string): OfficePast {
  const known = made.get(history);
  if (known?.of === catalogue) return known.past(id);
  const past = teller(catalogue, history);
  made.set(history, { of: catalogue, past });
  return past(id);
}

/** Makes a function once for each argument; whoever asks has read what went into it. */
function each<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, () => T>();
  return (id) => {
    const ask = known.get(id) ?? once(() => make(id), new Set());
    known.set(id, ask);
    return ask();
  };
}

function teller(catalogue: Catalogue, history: History): (id: string) => OfficePast {
  const officeOf = officesOf(catalogue);
  const names = namesOf(catalogue, officeOf);
  const isImpersonal = each((text) => unrepeated(text) === text);
  const leftOfCounty = each((slug) => {
    const ids = [...history.offices.keys()].filter((id) => id.startsWith(`${slug}/`));
    return leftOf(history, ids, staffOf(ids.flatMap((id) => officeOf(id) ?? [])));
  });
  return each((id) => {
    const withdrawn = new Set(catalogue.withdrawn.flatMap(({ url, mention }) => (mention ? [] : [url])));
    const office = officeOf(id);
    const isFit = (left: readonly string[]) => (text: string) =>
      isImpersonal(text) && !left.some((name) => text.includes(name));
    const mayTell = isFit(leftOf(history, [id], staffOf(office ? [office] : [])));
    const mayTellOfCounty = (text: string) => isFit(leftOfCounty(id.split('/')[0] ?? ''))(text);
    const { since, first, steps } = pastOf(history, id, paths.history(id), catalogue.withdrawn);
    const present: Present = {
      ...names,
      mayTell,
      mayTellOfCounty,
      showStandards: catalogue.site.features.standards,
      text: textsOf(office, catalogue),
      document: documentsOf(office, catalogue),
      isWithdrawn: (file) =>
        withdrawn.has(`${paths.office(id)}${file.replace(/\.md$/, '/')}`) ||
        withdrawn.has(addressOf(id, file)),
    };
    const releases = steps.map((step) => ({
      date: step.date,
      lines: linesOf(step, present),
      after: step.after,
    }));
    return { since, first, releases, mayTell, mayTellOfCounty };
  });
}

const staffOf = (offices: readonly Office[]) =>
  offices.flatMap(({ staff }) => staff?.people.map(({ name }) => name) ?? []);

type OfficeOf = (id: string) => Office | undefined;

/** The offices that there are by their ids, of which all who ask have read the same. */
function officesOf(catalogue: Catalogue): OfficeOf {
  const known = once(() => new Map(catalogue.offices.map((office) => [office.id, office])), new Set());
  return (id) => known().get(id);
}

/** Names that are looked up only where a line needs one. */
function namesOf(catalogue: Catalogue, officeOf: OfficeOf): NamesToday {
  const divisions = once(() => {
    const townships = catalogue.counties.flatMap((county) => county.townships);
    const all = [...townships, ...townships.flatMap(({ communities }) => communities)];
    return new Map(all.map(({ record }) => [record.code, record.name]));
  }, new Set());
  return {
    division: (code) => divisions().get(code) ?? `代码${code}`,
    office: (id) => officeOf(id)?.record.name ?? '另一个司法所',
    service: (slug) => catalogue.services.find((one) => one.slug === slug)?.data.title,
  };
}

/** The notices and local texts of an office as they are today. */
function textsOf(office: Office | undefined, { adaptations, services }: Catalogue): Present['text'] {
  if (!office) return () => undefined;
  const notice = (file: string) => {
    const found = office.notices.find((one) => one.file === file);
    return found && { title: found.data.title, path: noticePath(found, office) };
  };
  const local = (file: string) => {
    const found = adaptations.find((one) => one.file === file);
    const guide = found && services.find(({ slug }) => slug === adaptedText(found.data).guide);
    return guide && { title: guide.data.title, path: paths.service(guide.slug) };
  };
  return (file) => {
    const ofCounty = `counties/${office.county.slug}/${file.replace(/^county\//, '')}`;
    if (file.startsWith('county/')) return local(ofCounty);
    return (file.startsWith('affairs/') ? notice : local)(`offices/${office.id}/${file}`);
  };
}

/** Where a document is published, by its file below the office's folder. */
const addressOf = (id: string, file: string): string =>
  file.startsWith('county/')
    ? paths.attachment(id.split('/')[0] ?? '', file.slice('county/files/'.length))
    : paths.attachment(id, file.slice('files/'.length));

/** The documents of an office and its county as they are today, with the notice or local text that carries each. */
function documentsOf(office: Office | undefined, { adaptations }: Catalogue): Present['document'] {
  if (!office) return () => undefined;
  const { id, county } = office;
  const local = adaptations.filter(({ place }) =>
    place.office === undefined ? place.county === county.slug : place.office === id,
  );
  const own = [...office.notices, ...local];
  return (file) => {
    const path = addressOf(id, file);
    for (const carrier of own) {
      const title = carrier.attachments.find((one) => one.path === path)?.title;
      const from = carrier.file.replace(`offices/${id}/`, '').replace(`counties/${county.slug}/`, 'county/');
      if (title !== undefined) return { title, carrier: from };
    }
    return undefined;
  };
}
