/** Facts and the day on which they were verified: what was changed since has not been. */
import { alike } from './changes.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The groups of facts of a record, each with where its source stands and what it is called. */
const GROUPS = {
  office: [
    { at: ['provenance', 'contact'], facts: ['phones', 'email'], title: '联系方式' },
    { at: ['provenance', 'place'], facts: ['place', 'premises'], title: '地点' },
    { at: ['provenance', 'hours'], facts: ['hours'], title: '办公时间' },
    { at: ['provenance', 'standards'], facts: ['standards'], title: '规范化建设' },
  ],
  staff: [{ at: ['provenance'], facts: ['people', 'vacancies'], title: '人员' }],
  statistics: [{ at: ['provenance'], facts: ['months'], title: '月度数据' }],
  whereabouts: [],
} as const;

export interface Outdated {
  /** Where the day stands: `['provenance', 'contact', 'verifiedOn']`. */
  readonly path: readonly string[];
  readonly title: string;
}

const at = (record: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], record);

/**
 * Days of verification that are older than the facts beside them: the facts differ, the
 * day does not (nor is it today), or it went and none came in its place.
 */
export const outdatedDays = (
  kind: keyof typeof GROUPS,
  before: unknown,
  after: unknown,
  today: string,
): Outdated[] =>
  GROUPS[kind].flatMap((group) => {
    const path = [...group.at, 'verifiedOn'];
    const day = at(after, path);
    const old = at(before, path);
    const stands = old !== undefined && (day === undefined || (day === old && day !== today));
    const differs = group.facts.some((key) => !alike(at(before, [key]), at(after, [key])));
    return stands && differs ? [{ path, title: group.title }] : [];
  });
