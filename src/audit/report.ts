/** What the audit found, for people and for programs. */
import { VERDICTS, type AuditVerdict } from './clue.ts';
import type { JudgedItem, AuditReading } from './judge.ts';

/** Verdicts on one source: all pages together, or one data file. */
export interface AuditSource {
  readonly kind: 'pages' | 'data';
  readonly name: string;
  readonly items: readonly JudgedItem[];
}

export interface Report {
  readonly asOf: string;
  readonly target: string;
  readonly pages: number;
  readonly unread: AuditReading['unread'];
  readonly sources: readonly AuditSource[];
}

const MARKS: Record<AuditVerdict, string> = { found: '●', absent: '○', unsure: '？' };

const LIMITS =
  '只看字面：有，是看到了写法明确的内容，对不对仍要人核对；没有，是全部读过也没看到；图片、附件里的字读不了，拿不准的一律是不能判断。';

const count = (items: readonly JudgedItem[], verdict: AuditVerdict) =>
  items.filter((one) => one.verdict === verdict).length;

function itemLines({ title, verdict, why, evidence, next, offices = [] }: JudgedItem): string[] {
  const lacking = offices
    .filter((one) => one.verdict !== 'found' && one.verdict === verdict)
    .map(({ name }) => name);
  const named = lacking.slice(0, 5).join('、');
  return [
    `  ${MARKS[verdict]} ${VERDICTS[verdict]}  ${title}：${why}`,
    ...evidence.map(({ page, words }) => `      ${page}  “${words}”`),
    ...(lacking.length > 0 ? [`      ${named}${lacking.length > 5 ? `等${lacking.length}个所` : ''}`] : []),
    ...(next ? [`      怎么办：${next}`] : []),
  ];
}

function sourceLines({ kind, name, items }: AuditSource): string[] {
  const groups = [...new Set(items.map(({ disclosure }) => disclosure))];
  const tally = (['found', 'absent', 'unsure'] as const).map(
    (one) => `${VERDICTS[one]}${count(items, one)}项`,
  );
  return [
    '',
    `${kind === 'pages' ? '网页' : `数据文件 ${name}（照它自己写的）`}：${tally.join('，')}`,
    ...groups.flatMap((group) => [
      '',
      group,
      ...items.filter(({ disclosure }) => disclosure === group).flatMap(itemLines),
    ]),
  ];
}

const SHOWN = 5;

/** The report in words. */
export function formatReport({ asOf, target, pages, unread, sources }: Report): string {
  const more = unread.length > SHOWN ? [`  ……还有 ${unread.length - SHOWN} 个，用 --json 看全部`] : [];
  return [
    `${target}：对照“四公开”检查，读了 ${pages} 页，按 ${asOf} 计算`,
    LIMITS,
    ...(unread.length > 0 ? [`没有读到的 ${unread.length} 个：`] : []),
    ...unread.slice(0, SHOWN).map(({ address, why }) => `  ${address}  ${why}`),
    ...more,
    ...sources.flatMap(sourceLines),
  ].join('\n');
}

/** The report for programs: verdicts as `found`, `absent`, `unsure`. */
export const reportJson = (report: Report): string => JSON.stringify({ note: LIMITS, ...report }, null, 1);

/** Whether an item is nowhere to be found. */
export const isLacking = ({ sources }: Report): boolean =>
  sources.some(({ items }) => items.some(({ verdict }) => verdict === 'absent'));
