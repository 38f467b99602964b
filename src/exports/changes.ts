/** What each release changed in offices, a file a day: whoever keeps a copy fetches what is new, not the city. */
import type { Catalogue } from '../catalogue/types.ts';
import { NO_HISTORY } from '../domain/history.ts';
import { pastFields, type PastFields } from '../domain/office-fields.ts';
import { paths } from '../domain/urls.ts';
import { pastsOf } from '../views/history/pasts.ts';
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

/** The days on which something changed, oldest first, with the offices of each. */
function daysOf(catalogue: Catalogue, { history = NO_HISTORY, address }: ExportContext) {
  const listed = new Set(catalogue.offices.map(({ id }) => id));
  const days = new Map<string, ChangedOffice[]>();
  for (const [id, { since, first, releases, mayTell }] of pastsOf(catalogue, history)) {
    const url = listed.has(id) ? address(paths.office(id)) : undefined;
    const begin = first && since ? [{ date: since, lines: [], after: first, begins: true }] : [];
    for (const { date, lines, after, begins } of [
      ...begin,
      ...releases.map((one) => ({ ...one, begins: false })),
    ]) {
      if (date === undefined || (lines.length === 0 && !begins)) continue;
      const changes = lines.map(({ path, ...line }) => ({ ...line, url: path && address(path) }));
      const record = after?.record ? (fitToTell(mayTell, pastFields(after.record)) as PastFields) : null;
      const office = { id, name: record?.name, url, begins, changes, record };
      days.set(date, [...(days.get(date) ?? []), office]);
    }
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const text = (value: object) => `${JSON.stringify(value, null, 1)}\n`;

/** The file of each day, and the list of them. */
export function changesFiles(catalogue: Catalogue, context: ExportContext): Export[] {
  const { title, pattern } = DOCUMENTED.changes;
  const licence = catalogue.site.contentLicence;
  const days = daysOf(catalogue, context).map(([date, offices]) => ({
    date,
    offices,
    path: pattern.replace('<date>', date),
    inputsDigest: context.digest(JSON.stringify(offices)),
  }));
  const list = days.map(({ date, offices, path, inputsDigest }) => ({
    date,
    url: context.address(path),
    offices: offices.length,
    inputsDigest,
  }));
  const index = {
    name: DOCUMENTED.changesIndex.title,
    licence,
    inputsDigest: context.digest(JSON.stringify(list)),
    known: context.history?.known ?? 'none',
    since: list[0]?.date ?? null,
    days: list,
  };
  return [
    {
      path: DOCUMENTED.changesIndex.pattern,
      kind: 'changesIndex',
      title: DOCUMENTED.changesIndex.title,
      build: () => text(index),
    },
    ...days.map(({ date, offices, path, inputsDigest }): Export => ({
      path,
      kind: 'changes',
      title: `${title} ${date}`,
      build: () => text({ name: title, licence, inputsDigest, date, offices }),
    })),
  ];
}
