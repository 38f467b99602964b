import type { Problem } from '../problems.ts';
import type { AssessedOffice, Assessment } from './assess.ts';
import type { Evidence } from './evidence.ts';
import { scoredCells, scoreOf } from './score.ts';

/** What a change does to one item of one office; `before` or `after` is absent where the office or item is. */
interface CellChange {
  readonly item: { readonly id: string; readonly title: string };
  readonly before?: Evidence | undefined;
  readonly after?: Evidence | undefined;
  readonly effect: Effect;
}

/** Whether a reader finds more than before, less, or something newer or other. */
type Effect = 'better' | 'worse' | 'other';

export interface OfficeDisclosureChange {
  readonly id: string;
  readonly name: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly cells: readonly CellChange[];
  /** Before and after; absent where offices are not scored, or it stays. */
  readonly score?: { readonly before: number; readonly after: number };
}

export interface DisclosureComparison {
  readonly asOf: string;
  readonly offices: readonly OfficeDisclosureChange[];
  /** Problems of the content that were not there before. */
  readonly problems: readonly Problem[];
  /** The content has errors, so that nothing can be said of offices. */
  readonly broken?: true;
}

/** The more a reader finds, the higher; what is not owed stands with what is missing. */
const RANK = { published: 2, stale: 1, missing: 0, 'not-applicable': 0 } as const;

function effectOf(before: Evidence | undefined, after: Evidence | undefined): Effect {
  const [was, is] = [before, after].map((one) => (one ? RANK[one.state] : 0));
  if (was === is) return 'other';
  return (is ?? 0) > (was ?? 0) ? 'better' : 'worse';
}

const same = (a: Evidence | undefined, b: Evidence | undefined) => JSON.stringify(a) === JSON.stringify(b);

const officesOf = (assessment: Assessment) =>
  new Map(assessment.counties.flatMap(({ offices }) => offices.map((one) => [one.office.id, one] as const)));

/** The items that differ between two versions of an office, in the order of the catalogue. */
function cellChanges(before: AssessedOffice | undefined, after: AssessedOffice | undefined): CellChange[] {
  const items = new Map(
    [...(after?.cells ?? []), ...(before?.cells ?? [])].map(({ item }) => [item.id, item]),
  );
  const evidence = (office: AssessedOffice | undefined, id: string) =>
    office?.cells.find(({ item }) => item.id === id)?.evidence;
  return [...items.values()].flatMap(({ id, title }) => {
    const [was, is] = [evidence(before, id), evidence(after, id)];
    return same(was, is) ? [] : [{ item: { id, title }, before: was, after: is, effect: effectOf(was, is) }];
  });
}

const scoreIn = (office: AssessedOffice | undefined, today: string) =>
  scoreOf(scoredCells(office?.cells ?? []), today).value;

function officeChange(
  before: AssessedOffice | undefined,
  after: AssessedOffice | undefined,
  scoredOn: string | undefined,
): OfficeDisclosureChange[] {
  const office = (after ?? before)?.office;
  const cells = cellChanges(before, after);
  if (!office || (cells.length === 0 && before && after)) return [];
  const kind = before ? (after ? 'changed' : 'removed') : 'added';
  const [was, is] = scoredOn ? [scoreIn(before, scoredOn), scoreIn(after, scoredOn)] : [0, 0];
  const score = was === is ? {} : { score: { before: was, after: is } };
  return [{ id: office.id, name: office.record.name, kind, cells, ...score }];
}

/** National texts lie beside the content, which an earlier state of it is read away from. */
const BESIDE = /^(?:\.\.|[A-Za-z]:)\/.*\bnational\//;

/** A problem without its place in the file, which moves when a line is added above. */
const keyOf = ({ kind, file, field, message }: Problem) =>
  [kind, file.replace(BESIDE, 'national/'), field, message].join('\0');

/** Problems that only the second list has. */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Set(before.map(keyOf));
  return after.filter((problem) => !known.has(keyOf(problem)));
}

interface Side {
  /** Absent where the content has errors. */
  readonly assessment?: Assessment | undefined;
  readonly problems: readonly Problem[];
}

/** What a change of content does to each office that it touches. Both sides are assessed for the same instant. */
export function compareDisclosure(before: Side, after: Side, asOf: string): DisclosureComparison {
  const problems = newProblems(before.problems, after.problems);
  if (!before.assessment || !after.assessment) return { asOf, offices: [], problems, broken: true };
  const [was, is] = [officesOf(before.assessment), officesOf(after.assessment)];
  const ids = new Set([...is.keys(), ...was.keys()]);
  const { scored, today } = after.assessment;
  const offices = [...ids].flatMap((id) => officeChange(was.get(id), is.get(id), scored ? today : undefined));
  return { asOf, offices, problems };
}

/** Something that a reader found before and does not find after. */
export const isWorse = ({ offices }: DisclosureComparison): boolean =>
  offices.some(({ cells }) => cells.some(({ effect }) => effect === 'worse'));
