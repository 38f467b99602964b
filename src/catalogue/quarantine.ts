import { isError, type Problem } from '../domain/problems.ts';
import { office as officeSchema, type OfficeRecord } from '../schemas/office.ts';
import { groupContents, type Contents, type CountyFiles } from './contents.ts';
import type { Entry } from './entry.ts';
import { readText, type ReadContent } from './read-content.ts';

/** The office that a file belongs to, wherever the folder of offices stands. */
const OFFICE = /(?:^|\/)offices\/([\w-]+\/[\w-]+)\//;

const officeOf = (file: string): string | undefined => OFFICE.exec(file)?.[1];

/** The plan's rule, where the office's own file cannot say more (design §2.2). */
const UNVERIFIED = { source: '一乡镇（街道）一所的建设原则，设置待核实' };

/** Of an office's own file what names it and says whom it serves, as far as that is right; else undefined. */
function ownRecord(entry: Entry | undefined): object | undefined {
  const raw = (entry?.raw ?? {}) as Partial<OfficeRecord>;
  const { name, shortName, serves, sharedRule, provenance } = raw;
  const status = raw.status?.state === 'closed' ? raw.status : NORMAL;
  const establishment = provenance?.establishment ?? UNVERIFIED;
  const record = {
    kind: 'township',
    status,
    name,
    shortName,
    serves,
    sharedRule,
    provenance: { establishment },
  };
  return officeSchema.safeParse(record).success ? record : undefined;
}

const NORMAL = { state: 'normal' };

/** An office as the list of divisions has it; undefined where its folder is not named after a township. */
function recordOfTownship(county: CountyFiles | undefined, slug: string): object | undefined {
  const township = county?.divisions?.data?.townships.find((one) => one.slug === slug);
  if (!township || !county?.county?.data) return undefined;
  return {
    kind: 'township',
    status: NORMAL,
    name: `${county.county.data.name}${township.name}司法所`,
    shortName: `${township.name}司法所`,
    serves: [township.code],
    provenance: { establishment: UNVERIFIED },
  };
}

/** The file that stands in for an office: with its own name and service area, or as the divisions have it. */
function plainEntry(id: string, contents: Contents, ownWords: boolean): Entry | undefined {
  const [county = '', office = ''] = id.split('/');
  const files = contents.real.counties.find(({ slug }) => slug === county);
  const own = files?.offices.find((one) => one.id === id)?.office;
  const record = (ownWords ? ownRecord(own) : undefined) ?? recordOfTownship(files, office);
  const placed = { kind: 'office' as const, names: { county, office } };
  return record && readText(`offices/${id}/office.json`, placed, JSON.stringify(record)).entry;
}

/** The content with some offices reduced to name and township; undefined when one cannot even be named. */
function setAside(read: ReadContent, original: Contents, aside: ReadonlyMap<string, boolean>) {
  const kept = ({ file }: { readonly file: string }) => !aside.has(officeOf(file) ?? '');
  const plain = [...aside].map(([id, ownWords]) => plainEntry(id, original, ownWords));
  if (plain.some((one) => one === undefined)) return undefined;
  const entries = [...read.entries.filter(kept), ...plain.filter((one) => one !== undefined)];
  return {
    contents: groupContents(entries, original.today, (read.assets ?? []).filter(kept)),
    problems: read.problems.filter(kept),
  };
}

interface Quarantined {
  readonly contents: Contents;
  /** Ids of the offices that were set aside. */
  readonly offices: readonly string[];
}

/** Words of others that point to what an office published may lead nowhere for a while. */
const isBearable = ({ kind }: Problem) => kind === 'reference' || kind === 'prose';

/** Setting one office aside can bring up another; more rounds than this mean that something else is wrong. */
const ROUNDS = 4;

/**
 * Sets every office with errors aside, so that the rest can be published. Undefined when there are errors elsewhere:
 * those stop everything, as do offices that nobody could name.
 */
export function quarantine(
  read: ReadContent,
  original: Contents,
  found: readonly Problem[],
  check: (contents: Contents) => readonly Problem[],
): Quarantined | undefined {
  /** Each office, and whether its own name and service area can be kept. */
  const aside = new Map<string, boolean>();
  let errors = found.filter(isError);
  for (let round = 0; round < ROUNDS; round += 1) {
    const elsewhere = errors.filter(({ file }) => officeOf(file) === undefined);
    if (elsewhere.some((one) => round === 0 || !isBearable(one))) return undefined;
    const ids = new Set(errors.flatMap(({ file }) => officeOf(file) ?? []));
    for (const id of ids) aside.set(id, !aside.has(id));
    const rest = setAside(read, original, aside);
    if (!rest) return undefined;
    errors = [...rest.problems, ...check(rest.contents)].filter(isError);
    if (errors.every((one) => officeOf(one.file) === undefined && isBearable(one)))
      return { contents: rest.contents, offices: [...aside.keys()].sort() };
  }
  return undefined;
}
