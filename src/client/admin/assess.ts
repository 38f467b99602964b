/** The content check, on what stands in the form: the same schemas, the same rules, the same words. */
import { groupContents, type Contents } from '../../catalogue/contents.ts';
import type { Entry } from '../../catalogue/entry.ts';
import * as dates from '../../catalogue/rules/dates.ts';
import { checkDuplicates } from '../../catalogue/rules/duplicates.ts';
import { checkFillers } from '../../catalogue/rules/fillers.ts';
import * as hours from '../../catalogue/rules/hours.ts';
import { checkStaff } from '../../catalogue/rules/people.ts';
import { checkSampleNumbers } from '../../catalogue/rules/samples.ts';
import * as statistics from '../../catalogue/rules/statistics.ts';
import * as whereabouts from '../../catalogue/rules/whereabouts.ts';
import { checkWording } from '../../catalogue/rules/wording.ts';
import { addressesIn } from '../../catalogue/privacy/addresses.ts';
import { scanEntry } from '../../catalogue/privacy/scan-entry.ts';
import { validate } from '../../catalogue/validate.ts';
import { asProblem } from '../../domain/privacy/found.ts';
import { scanText } from '../../domain/privacy/scan.ts';
import { isError, type Problem } from '../../domain/problems.ts';
import type { Path } from '../../schemas/walk.ts';
import type { KindName } from '../../kinds.ts';
import type { z } from 'zod';

/** A file as it would be written. */
export interface Written {
  readonly kind: KindName;
  readonly schema: z.ZodType;
  readonly file: string;
  /** What stands for `<county>`, `<office>` … in its path. */
  readonly names: Readonly<Record<string, string>>;
  readonly value: unknown;
}

/** The rules that need nothing beyond the files of one office. The rest is checked when the change arrives. */
const RULES: readonly ((contents: Contents) => readonly Problem[])[] = [
  checkStaff,
  whereabouts.checkWhereaboutsPeople,
  whereabouts.checkWhereaboutsOverlaps,
  whereabouts.remindWhereabouts,
  hours.checkSeasons,
  hours.checkWeekdays,
  hours.checkSessions,
  dates.checkFuture,
  dates.checkOrder,
  dates.checkNoticeNames,
  dates.remindExpired,
  statistics.checkMonths,
  statistics.checkFigures,
  checkDuplicates,
  checkSampleNumbers,
  checkFillers,
  checkWording,
  checkPrivateData,
];

/** What looks like personal data is stopped before it leaves this computer: a pull request cannot be taken back. */
function checkPrivateData(contents: Contents): Problem[] {
  const addresses = addressesIn(contents);
  return contents.entries.flatMap((entry) => scanEntry(entry, addresses)).map(asProblem);
}

/** The same for a text that is no field of a record: the body of a notice, the name of an attachment. */
export const assessText = (text: string, file: string, path: Path): Problem[] =>
  scanText(text).map((match) => asProblem({ ...match, file, path }));

function entryOf(
  { kind, schema, file, names, value }: Written,
  areaCode: string | undefined,
): {
  entry: Entry;
  problems: readonly Problem[];
} {
  const draft = {
    kind,
    file,
    names,
    notation: 'form',
    schema,
    raw: value,
    text: '',
    prose: undefined,
    areaCode,
  } as const;
  const { data, problems } = validate({ ...draft, locate: () => undefined });
  return { entry: { ...draft, locate: () => undefined, data }, problems };
}

/** The day, `YYYY-MM-DD` in Asia/Shanghai, and whether everyone can read the content where it is kept. */
export interface Circumstances {
  readonly today: string;
  readonly publicRepository: boolean;
  /** Of the city's telephones: for what to type. */
  readonly areaCode?: string | undefined;
}

/** Every problem of the files, errors first. */
export function assess(
  files: readonly Written[],
  { today, publicRepository, areaCode }: Circumstances,
): Problem[] {
  const read = files.map((file) => entryOf(file, areaCode));
  const contents = groupContents(
    read.map(({ entry }) => entry),
    today,
  );
  const found = [
    ...read.flatMap(({ problems }) => problems),
    ...RULES.flatMap((rule) => rule(contents)),
    ...statistics.checkOpenCounts({ ...contents, site: { publicRepository } }),
  ];
  return [...found.filter(isError), ...found.filter((one) => !isError(one))];
}
