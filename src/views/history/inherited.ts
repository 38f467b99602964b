/** What an office takes from its county, as its readers know it. */
import { inWords } from '../../domain/dates.ts';
import type { Inherited } from '../../domain/history.ts';
import { type Fact, fact, phonesInWords, weekInWords } from './facts.ts';

/** Facts that have one source, and what else stands with them, which is not repeated. */
interface Part {
  /** What it is called where somebody looked at it again. */
  readonly title: string;
  readonly facts: (county: Inherited) => readonly Fact[];
  readonly rest: (county: Inherited) => unknown;
  readonly source: (county: Inherited) => {
    readonly source?: string;
    readonly verifiedOn?: string | undefined;
  };
}

const BUREAU = '县级司法局的';

const days = ({ from, to }: { readonly from: string; readonly to: string }) =>
  from === to ? inWords(from) : `${inWords(from)}至${inWords(to)}`;

/** All of a county's files of which the readers of its offices are told; of standards see `STANDARDS`. */
export const PARTS: readonly Part[] = [
  {
    title: '主管的司法局',
    facts: ({ county: { bureau } }) => [
      fact('主管的司法局', bureau.name),
      ...phonesInWords(bureau, BUREAU),
      fact(`${BUREAU}地址`, bureau.address),
      fact(`${BUREAU}办公时间`, bureau.hours && weekInWords(bureau.hours)),
    ],
    rest: ({ county: { bureau } }) => [
      bureau.phones?.flatMap(({ note }) => note ?? []) ?? [],
      bureau.hours?.marketDays,
      bureau.hours?.exceptions,
      bureau.hours?.duty,
      bureau.hours?.note,
    ],
    source: ({ county }) => county.bureau.provenance,
  },
  {
    title: '所在的县（市、区）',
    facts: ({ county: { name, code, localHolidays = [] }, former }) => [
      fact('所在的县（市、区）', name),
      fact('县（市、区）的代码', code),
      fact('以前的地名', former),
      fact('本县的地方假日', localHolidays.map(days)),
    ],
    rest: () => undefined,
    source: () => ({}),
  },
  {
    title: '说自己的语言、请翻译的权利',
    facts: () => [],
    rest: ({ county: { language } }) => language,
    source: ({ county: { language } }) => (language ? { source: language.law } : {}),
  },
];

/** What a bureau provides for all its offices, told where the city publishes it. */
export const STANDARDS: Part = {
  title: '全县各所共同的规范化建设',
  facts: () => [],
  rest: ({ county }) => county.standards,
  source: ({ county: { standards } }) => (standards ? { source: standards.source } : {}),
};
