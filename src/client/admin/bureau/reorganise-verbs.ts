/** What can be reorganised from the form, by the same plans as the command: which fields each asks for, who may do it. */
import type { OwnerLevel } from '../../../domain/ownership.ts';
import type { Files } from '../../../editing/files.ts';
import { closeOffices } from '../../../reorganise/close.ts';
import { readCodes } from '../../../reorganise/codes.ts';
import { renameCounty } from '../../../reorganise/counties.ts';
import { moveTownship } from '../../../reorganise/move.ts';
import type { Outcome } from '../../../reorganise/plan.ts';
import { joinTownships, renameTownship } from '../../../reorganise/townships.ts';

/** What stands in the form; townships and offices as `<county>/<slug>`. */
export interface Filled {
  readonly county: string;
  readonly office: string;
  readonly into: string;
  readonly township: string;
  readonly target: string;
  readonly to: string;
  readonly name: string;
  readonly short: string;
  readonly code: string;
  readonly slug: string;
  readonly endings: string;
  readonly codes: string;
  readonly since: string;
  readonly source: string;
  readonly text: string;
}
export type FilledField = Exclude<keyof Filled, 'county'>;

/** What ids are called. */
type Called = (id: string) => string;

export interface Verb {
  readonly title: string;
  readonly level: Exclude<OwnerLevel, 'office'>;
  readonly asks: readonly FilledField[];
  readonly do: (files: Files, filled: Filled) => Outcome;
  readonly titleOf: (filled: Filled, called: Called) => string;
}

const closing = ({ office, since, source, text }: Filled) => ({
  offices: [office],
  since,
  source,
  ...(text && { text }),
});

/** What is left empty stays away, and how villages get their codes. */
const recoding = (filled: Filled) => ({
  ...filled,
  code: filled.code || undefined,
  slug: filled.slug || undefined,
  recoding: { table: readCodes(filled.codes), keepEndings: filled.endings === 'kept' },
});

const CODES = ['endings', 'codes'] as const;

export const VERBS = {
  merge: {
    title: '司法所并入另一个所',
    level: 'county',
    asks: ['office', 'into', 'since', 'source', 'text'],
    do: (files, filled) => closeOffices(files, { ...closing(filled), into: filled.into }),
    titleOf: ({ office, into }, called) => `${called(office)}并入${called(into)}`,
  },
  close: {
    title: '关闭司法所（服务的村已经由别的所服务）',
    level: 'county',
    asks: ['office', 'since', 'source', 'text'],
    do: (files, filled) => closeOffices(files, closing(filled)),
    titleOf: ({ office }, called) => `关闭${called(office)}`,
  },
  rename: {
    title: '乡镇、街道改名，司法所跟着改',
    level: 'city',
    asks: ['township', 'name', 'code', ...CODES],
    do: (files, filled) => renameTownship(files, recoding(filled)),
    titleOf: ({ township, name }, called) => `${called(township)}改名为${name}`,
  },
  join: {
    title: '乡镇、街道并入另一个',
    level: 'city',
    asks: ['township', 'target', ...CODES],
    do: (files, filled) =>
      joinTownships(files, { ...recoding(filled), townships: [filled.township], into: filled.target }),
    titleOf: ({ township, target }, called) => `${called(township)}并入${called(target)}`,
  },
  county: {
    title: '县（市、区）改名，司法局、司法所跟着改',
    level: 'city',
    asks: ['name', 'short', 'code', ...CODES],
    do: (files, filled) => renameCounty(files, { ...recoding(filled), shortName: filled.short }),
    titleOf: ({ county, name }, called) => `${called(county)}改名为${name}`,
  },
  // Addresses change, and with them what accounts answer for.
  move: {
    title: '乡镇、街道连同司法所划归另一个县',
    level: 'maintainer',
    asks: ['township', 'to', 'code', 'slug', ...CODES],
    do: (files, filled) => moveTownship(files, { ...recoding(filled), code: filled.code }),
    titleOf: ({ township, to }, called) => `${called(township)}划归${called(to)}`,
  },
} as const satisfies Readonly<Record<string, Verb>>;

export const WORDS: Readonly<Record<FilledField, string>> = {
  office: '哪个司法所',
  into: '并入哪个所',
  township: '哪个乡镇、街道',
  target: '并入哪个乡镇、街道',
  to: '划归哪个县',
  name: '新的名称',
  short: '新的简称',
  code: '新的代码',
  slug: '另取的网址名',
  endings: '村、社区的代码',
  codes: '代码表',
  since: '从哪天起',
  source: '依据（文号）',
  text: '给群众看的一句话',
};

export const HINTS: Readonly<Partial<Record<FilledField, string>>> = {
  short: '例如 犍为',
  code: '照民政、统计部门公布的写；乡镇 9 位，县 6 位。没有变的不写',
  slug: '那个县已有同样网址名的才写，小写拼音',
  codes: '后三位有变的才写：“旧代码,新代码”，一行一个',
};

/** What may be left empty; a township that moves has another code. */
const OPTIONAL: readonly FilledField[] = ['text', 'slug', 'endings', 'codes', 'code'];

/** What must be written and is not. */
export const missing = ({ asks, level }: Verb, filled: Filled): string[] =>
  asks
    .filter(
      (key) => filled[key] === '' && (!OPTIONAL.includes(key) || (key === 'code' && level === 'maintainer')),
    )
    .map((key) => `没有写：${WORDS[key]}`);

/** The words of the command line as those of the form. */
export const inForm = (reason: string): string =>
  reason
    .replace(/用 --codes 给(?:一份“旧代码,新代码”的)?表/g, '写代码表')
    .replace(/写 --keep-endings/g, '选“后三位都没有变”')
    .replace(/用 --slug 另取一个/g, '请另取网址名')
    .replace(/用 (?:move-township|merge)/g, (words) =>
      words.endsWith('merge') ? '办“司法所并入另一个所”' : '办“划归另一个县”',
    );
