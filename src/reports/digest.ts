/** The week of each county in one mail: what is stale, what waits for a reviewer, what was refused. Markdown. */
import type { OfficeUpkeep, Upkeep } from '../domain/disclosure/upkeep.ts';
import { wordOf } from '../domain/disclosure/evidence.ts';
import { waitedInWords, type OpenRequest } from '../forges/request-lists.ts';
import { reasonsIn } from '../forges/report-read.ts';
import type { GateVerdict } from '../forges/verdict.ts';

/** An open request with what the gate has said of it; `undefined` while it is checking. */
export interface JudgedRequest extends OpenRequest {
  readonly verdict: GateVerdict | undefined;
}

interface County {
  readonly slug: string;
  readonly name: string;
  readonly offices: readonly string[];
}

interface DigestData {
  readonly upkeep: Upkeep;
  readonly counties: readonly County[];
  /** Undefined where the platform was not asked. */
  readonly requests: readonly JudgedRequest[] | undefined;
}

const OTHERS = '全市和其他';
const REASONS = 3;

/** Text in which nothing is taken for Markdown, nor for the name of an account. */
const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, (mark) => `\\${mark}`)
    .replaceAll('@', '＠');

/** The county of a request: by the branch that the form page makes, else by the office's name in front of its title. */
function countyOf({ branch, title }: OpenRequest, counties: readonly County[]): string {
  const slug = /^tianbao\/([^/]+)\//.exec(branch)?.[1];
  const office = title.split('：')[0] ?? '';
  const found = counties.find((one) => one.slug === slug || one.offices.includes(office));
  return found?.name ?? OTHERS;
}

/** Why the gate refused. */
const reasonLines = ({ verdict }: JudgedRequest): string[] => {
  const reasons = verdict ? reasonsIn(verdict) : [];
  const told = reasons.slice(0, REASONS).map((reason) => `  - ${reason}`);
  return reasons.length > REASONS ? [...told, `  - 另有 ${reasons.length - REASONS} 处`] : told;
};

const requestLine = (today: string) => (one: JudgedRequest) =>
  `- [第 ${one.number} 号](${one.url}) ${plain(one.title)}（${waitedInWords(one, today)}）`;

const staleLine = ({ name, stale, soon }: OfficeUpkeep) =>
  `- ${plain(name)}：${[
    ...stale.map(
      ({ item, evidence }) =>
        `${item.title}${wordOf(evidence)}${evidence.since ? `（自${evidence.since}）` : ''}`,
    ),
    ...soon.map(({ item, evidence }) => `${item.title}${evidence.until}到期`),
  ]
    .map(plain)
    .join('；')}`;

const part = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [`### ${title}`, lines.join('\n')] : [];

/** One county's part; undefined where there is nothing to do. */
function partOf(
  name: string,
  offices: readonly OfficeUpkeep[],
  requests: readonly JudgedRequest[],
  today: string,
) {
  const of = (passed: boolean | undefined) => requests.filter((one) => one.verdict?.passed === passed);
  const line = requestLine(today);
  const [waiting, refused, checking] = [of(true), of(false), of(undefined)];
  const told = [
    ...part(`待审核（${waiting.length}）`, waiting.map(line)),
    ...part(
      `检查没有通过，等提交的人改（${refused.length}）`,
      refused.flatMap((one) => [line(one), ...reasonLines(one)]),
    ),
    ...part(`还没有检查结果（${checking.length}）`, checking.map(line)),
    ...part(`过期、快到期（${offices.length} 个所）`, offices.map(staleLine)),
  ];
  return told.length > 0 ? [`## ${plain(name)}`, ...told].join('\n\n') : undefined;
}

/** The digest as it is mailed or opened as an issue. */
export function formatDigest({ upkeep, counties, requests }: DigestData): string {
  const names = [...counties.map(({ name }) => name), OTHERS];
  const all = requests ?? [];
  const parts = names.map((name) => ({
    name,
    told: partOf(
      name,
      upkeep.offices.filter(({ county }) => county === name),
      all.filter((one) => countyOf(one, counties) === name),
      upkeep.today,
    ),
  }));
  const idle = parts
    .filter(({ name, told }) => told === undefined && name !== OTHERS)
    .map(({ name }) => name);
  return [
    `# 每周情况（${upkeep.today}）`,
    `过期 ${upkeep.counts.stale} 项，到 ${upkeep.until} 将到期 ${upkeep.counts.soon} 项，${
      requests ? `没有合并的修改 ${requests.length} 份` : '没有连代码平台，待审核的没有列'
    }。`,
    ...parts.flatMap(({ told }) => told ?? []),
    ...(idle.length > 0 ? [`没有要做的：${idle.map(plain).join('、')}。`] : []),
  ].join('\n\n');
}
