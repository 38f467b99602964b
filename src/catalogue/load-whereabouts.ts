import { resolve } from 'node:path';
import { isError, sortProblems, type Problem } from '../domain/problems.ts';
import type { WhereaboutsSource } from '../domain/whereabouts-coming.ts';
import { SAMPLES } from '../domain/samples.ts';
import type { KindName } from '../kinds.ts';
import type { Site } from '../schemas/site.ts';
import { groupContents, type Contents, type CountyFiles, type OfficeFiles } from './contents.ts';
import type { Entry } from './entry.ts';
import type { PlacedFile } from './file-kind.ts';
import type { Keeping } from './keeping.ts';
import { readContent } from './read-content.ts';
import { readWhereaboutsFolder } from './read-whereabouts.ts';
import * as rules from './rules/whereabouts.ts';

/** An office and its whereabouts, assessed by themselves: what is wrong at one office stops no other. */
export interface OfficeWhereabouts {
  readonly id: string;
  /** The file of whereabouts; absent when the office has none. */
  readonly entry: Entry | undefined;
  /** Absent when an error keeps the whereabouts from being published. */
  readonly source: WhereaboutsSource | undefined;
  readonly problems: readonly Problem[];
}

interface LoadedWhereabouts {
  /** The city's settings; absent when what all offices share has errors. */
  readonly site: Site | undefined;
  readonly offices: readonly OfficeWhereabouts[];
  /** Problems of no office: of what all share, of files out of place. */
  readonly problems: readonly Problem[];
}

const SHARED: readonly KindName[] = ['site', 'calendar', 'county'];
const OWN: readonly KindName[] = ['office', 'staff'];

/**
 * Reads just what whereabouts need, in a fraction of a second: nothing of guides, divisions and notices. What `known`
 * knows of a file is not worked out again.
 */
export function loadWhereabouts(
  content: string,
  today: string,
  folder = content,
  known?: Keeping,
): LoadedWhereabouts {
  const inside = resolve(folder) === resolve(content);
  const kinds: readonly KindName[] = [...SHARED, ...OWN, ...(inside ? (['whereabouts'] as const) : [])];
  const isWanted = ({ kind, names }: PlacedFile) => kinds.includes(kind) && names['county'] !== SAMPLES;
  const own = readContent(content, isWanted, known);
  const theirs = inside ? { entries: [], problems: [] } : readWhereaboutsFolder(folder, content);
  const contents = groupContents([...own.entries, ...theirs.entries], today);
  const found = sortProblems([...own.problems, ...theirs.problems, ...ruleProblems(contents)]);
  const byFile = Map.groupBy(found, ({ file }) => file);
  const offices = contents.real.counties.flatMap((county) =>
    county.offices.map((office) => assess(office, county, contents, byFile)),
  );
  const told = new Set(offices.flatMap(({ problems }) => problems));
  const problems = found.filter((problem) => !told.has(problem));
  const shared = new Set(
    contents.entries.filter(({ kind }) => SHARED.includes(kind)).map(({ file }) => file),
  );
  const broken = problems.some((problem) => isError(problem) && shared.has(problem.file));
  return { site: broken ? undefined : contents.site, offices, problems };
}

const ruleProblems = (contents: Contents): Problem[] =>
  [rules.checkWhereaboutsPeople, rules.checkWhereaboutsOverlaps, rules.remindWhereabouts].flatMap((rule) =>
    rule(contents),
  );

function assess(
  files: OfficeFiles,
  county: CountyFiles,
  contents: Contents,
  found: ReadonlyMap<string, readonly Problem[]>,
): OfficeWhereabouts {
  const { id, office, staff, whereabouts } = files;
  const own = [office, staff, whereabouts].flatMap((entry) => found.get(entry?.file ?? '') ?? []);
  const problems = sortProblems(own);
  const entry = whereabouts as Entry | undefined;
  if (!office && whereabouts)
    return { id, entry, source: undefined, problems: [...problems, noOffice(whereabouts.file, id)] };
  const record = office?.data;
  if (!record || problems.some(isError)) return { id, entry, source: undefined, problems };
  const calendars = contents.of('calendar').flatMap(({ data }) => data ?? []);
  const work = { calendars, local: county.county?.data?.localHolidays };
  const source = { id, record, staff: staff?.data, whereabouts: whereabouts?.data, work };
  return { id, entry, source, problems };
}

const noOffice = (file: string, id: string): Problem => ({
  kind: 'reference',
  severity: 'error',
  file,
  message: `没有 ${id} 这个司法所`,
  remedy: '改成现有的文件夹名称（offices/<县>/<司法所>/），或删除这个文件',
});
