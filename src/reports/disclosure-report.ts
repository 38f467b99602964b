/** What a change does to the disclosure of offices, told for a terminal, for a pull request, and as JSON. */
import type { DisclosureComparison, OfficeDisclosureChange } from '../domain/disclosure/compare.ts';
import { MARKS, noteOf, wordOf, type Evidence } from '../domain/disclosure/evidence.ts';
import { inShanghai } from '../domain/open-words.ts';
import { PROBLEM_KINDS, type Problem } from '../domain/problems.ts';

export const DISCLOSURE_FORMATS = ['text', 'markdown', 'json'] as const;
export type DisclosureFormat = (typeof DISCLOSURE_FORMATS)[number];

const KINDS = { changed: '', added: '（新增）', removed: '（删除）' } as const;
const EFFECTS = { better: '↑ 多公开', worse: '↓ 少公开', other: '· 有变化' } as const;

/** A state as it is read: shape, word, and the date that matters. */
function told(evidence: Evidence | undefined): string {
  if (!evidence) return '—';
  const date =
    evidence.state === 'published' && evidence.until
      ? `至${evidence.until}`
      : evidence.state === 'stale' && evidence.since
        ? `自${evidence.since}`
        : undefined;
  const more = [date, evidence.state === 'published' ? undefined : noteOf(evidence)]
    .filter(Boolean)
    .join('，');
  return `${MARKS[evidence.state]} ${wordOf(evidence)}${more ? `（${more}）` : ''}`;
}

const count = (offices: readonly OfficeDisclosureChange[], effect: 'better' | 'worse' | 'other') =>
  offices.reduce((sum, { cells }) => sum + cells.filter((cell) => cell.effect === effect).length, 0);

function summaryOf({ offices, problems, broken }: DisclosureComparison): string {
  if (broken) return `内容有错误，改好以后才能说对各司法所的影响。新问题${problems.length}个。`;
  if (offices.length === 0 && problems.length === 0) return '对各司法所的公开情况没有影响。';
  const parts = [
    `涉及${offices.length}个司法所`,
    `多公开${count(offices, 'better')}项`,
    `少公开${count(offices, 'worse')}项`,
    `其他变化${count(offices, 'other')}项`,
    `新问题${problems.length}个`,
  ];
  return `${parts.join('，')}。`;
}

const problemLine = ({ file, line, kind, message, remedy }: Problem) =>
  `${file}${line === undefined ? '' : `:${line}`} 【${PROBLEM_KINDS[kind]}】${message} → ${remedy}`;

interface Group {
  readonly names: string;
  readonly cells: OfficeDisclosureChange['cells'];
}

/** The most names that are written out before they are only counted. */
const NAMED = 5;

/** Offices to which the same happens are told together: a page of the city changes all of them. */
function groupsOf(offices: readonly OfficeDisclosureChange[]): Group[] {
  const groups = new Map<string, OfficeDisclosureChange[]>();
  for (const office of offices) {
    const key = JSON.stringify([
      office.kind,
      office.cells.map(({ item, before, after }) => [item.id, told(before), told(after)]),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), office]);
  }
  return [...groups.values()].map((list) => {
    const names = list.slice(0, NAMED).map(({ name, kind }) => `${name}${KINDS[kind]}`);
    const rest = list.length > NAMED ? `等${list.length}个司法所` : '';
    const [first] = list;
    const score =
      list.length === 1 && first?.score ? `：得分 ${first.score.before} → ${first.score.after}` : '';
    return { names: `${names.join('、')}${rest}${score}`, cells: first?.cells ?? [] };
  });
}

function asText(comparison: DisclosureComparison): string {
  const offices = groupsOf(comparison.offices).map(({ names, cells }) =>
    [
      names,
      ...cells.map(
        ({ item, before, after, effect }) =>
          `  ${EFFECTS[effect]}  ${item.title}：${told(before)} → ${told(after)}`,
      ),
    ].join('\n'),
  );
  const problems = comparison.problems.map((problem) => `! ${problemLine(problem)}`);
  return [
    ...offices,
    ...(problems.length > 0 ? [['新问题', ...problems].join('\n')] : []),
    summaryOf(comparison),
  ].join('\n\n');
}

/** Text for a cell of a Markdown table, or for a line: nothing in it is taken for notation. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>|]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ');

function asMarkdown(comparison: DisclosureComparison): string {
  const offices = groupsOf(comparison.offices).map(({ names, cells }) =>
    [
      `#### ${plain(names)}`,
      '',
      '| 事项 | 原来 | 现在 | |',
      '| --- | --- | --- | --- |',
      ...cells.map(
        ({ item, before, after, effect }) =>
          `| ${plain(item.title)} | ${plain(told(before))} | ${plain(told(after))} | ${EFFECTS[effect]} |`,
      ),
    ].join('\n'),
  );
  const problems = comparison.problems.map((problem) => `- ${plain(problemLine(problem))}`);
  return [
    '### 对公开情况的影响',
    summaryOf(comparison),
    ...offices,
    ...(problems.length > 0 ? ['#### 新问题', problems.join('\n')] : []),
    `<sub>按 ${inShanghai(comparison.asOf)} 计算</sub>`,
  ].join('\n\n');
}

/** The whole comparison in a format. */
export function formatComparison(format: DisclosureFormat, comparison: DisclosureComparison): string {
  if (format === 'json') return JSON.stringify(comparison, null, 2);
  return format === 'markdown' ? asMarkdown(comparison) : asText(comparison);
}
