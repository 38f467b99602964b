/** What each release changed in offices, a file a day: whoever keeps a copy fetches what is new, not the city. */
import type { Catalogue } from '../catalogue/types.ts';
import { type Inherited, NO_HISTORY } from '../domain/history.ts';
import { pastFields, pastInherited } from '../domain/office-fields.ts';
import { once } from '../domain/reads.ts';
import { paths } from '../domain/urls.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import { officePast, type OfficePast } from '../views/history/pasts.ts';
import type { Export, ExportContext } from './context.ts';
import { DOCUMENTED } from './documented.ts';

interface ChangedOffice {
  readonly id: string;
  readonly name: string | undefined;
  /** Where readers find it; absent for an office that is no longer listed. */
  readonly url: string | undefined;
  /** True where nothing before this day is told of the office: the record is where its history begins. */
  readonly begins: boolean;
  readonly changes: readonly object[];
  /** Its public record after the release; null where it is no longer listed. */
  readonly record: object | null;
}

/** A record without what is not to be told: what was put right since is not published once more. */
function fitToTell(mayTell: (text: string) => boolean, value: unknown): unknown {
  if (typeof value === 'string') return mayTell(value) ? value : undefined;
  if (Array.isArray(value))
    return value.map((one) => fitToTell(mayTell, one)).filter((one) => one !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fitToTell(mayTell, one)]));
}

/** The public record of an office with what it took from its county. */
function recordOf(record: OfficeRecord, inherited: Inherited | undefined, past: OfficePast) {
  const own = fitToTell(past.mayTell, pastFields(record)) as ReturnType<typeof pastFields>;
  const more = inherited && (fitToTell(past.mayTellOfCounty, pastInherited(inherited)) as object);
  return { ...own, ...more };
}

/** The offices that the release of a day changed, and those whose history begins with it. */
function officesOf(date: string, catalogue: Catalogue, { history = NO_HISTORY, address }: ExportContext) {
  const listed = new Set(catalogue.offices.map(({ id }) => id));
  return [...history.offices.keys()].flatMap((id): ChangedOffice[] => {
    const past = officePast(catalogue, history, id);
    const { since, first, releases } = past;
    const begins = since === date && first !== undefined;
    const release = releases.find((one) => one.date === date && one.lines.length > 0);
    if (!begins && !release) return [];
    const after = begins ? first : release?.after;
    const record = after?.record ? recordOf(after.record, after.inherited, past) : null;
    const changes = (release?.lines ?? []).map(({ path, ...line }) => ({
      ...line,
      url: path && address(path),
    }));
    const url = listed.has(id) ? address(paths.office(id)) : undefined;
    return [{ id, name: record?.name, url, begins, changes, record }];
  });
}

const text = (value: object) => `${JSON.stringify(value, null, 1)}\n`;

/** The file of each release, and the list of them. */
export function changesFiles(catalogue: Catalogue, context: ExportContext): Export[] {
  const { changes, changesIndex } = DOCUMENTED;
  const { known, moments } = context.history ?? NO_HISTORY;
  const licence = catalogue.site.contentLicence;
  const days = moments.flatMap(({ date }) => {
    if (date === undefined) return [];
    const path = changes.pattern.replace('<date>', date);
    const offices = once(() => officesOf(date, catalogue, context), new Set());
    return [{ date, path, offices, digest: () => context.digest(JSON.stringify(offices())) }];
  });
  const index = () => {
    const list = days.map(({ date, path, offices, digest }) => ({
      date,
      url: context.address(path),
      offices: offices().length,
      inputsDigest: digest(),
    }));
    const inputsDigest = context.digest(JSON.stringify(list));
    return {
      name: changesIndex.title,
      licence,
      inputsDigest,
      known,
      since: days[0]?.date ?? null,
      days: list,
    };
  };
  return [
    {
      path: changesIndex.pattern,
      kind: 'changesIndex',
      title: changesIndex.title,
      build: () => text(index()),
    },
    ...days.map(({ date, path, offices, digest }): Export => ({
      path,
      kind: 'changes',
      title: `${changes.title} ${date}`,
      build: () => text({ name: changes.title, licence, inputsDigest: digest(), date, offices: offices() }),
    })),
  ];
}
