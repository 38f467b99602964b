/** What offices have to renew, told for a terminal, for a mail or an issue, and as JSON. */
import { OUTCOME_WORDS, type Indicator } from '../domain/disclosure/indicator.ts';
import type { Adapted } from '../domain/adaptations.ts';
import type { OfficeUpkeep, Upkeep } from '../domain/disclosure/upkeep.ts';
import type { LawWatch } from '../domain/law-watch.ts';
import { amendmentLine, lawData, movedLine, overdueLine } from './law-lines.ts';
import { wordOf } from '../domain/disclosure/evidence.ts';
import type { DisclosureFormat } from './disclosure-report.ts';

interface UpkeepReport {
  readonly upkeep: Upkeep;
  readonly laws: LawWatch;
  /** Elements of local texts over which the text above has moved. */
  readonly moved: readonly Adapted[];
  readonly indicators: readonly Indicator[];
}

/** One line per item: what lapsed since when and why, what lapses after which day. */
function lines({ stale, soon }: OfficeUpkeep): string[] {
  return [
    ...stale.map(({ item, evidence }) => {
      const since = evidence.since ? `自${evidence.since}` : undefined;
      return `${item.title}：${wordOf(evidence)}（${[since, evidence.note].filter(Boolean).join('，')}）`;
    }),
    ...soon.map(
      ({ item, evidence }) =>
        `${item.title}：${evidence.until}以后不再有效${evidence.note ? `（${evidence.note}）` : ''}`,
    ),
  ];
}

/** The score behind an office's name. */
const scoreWords = ({ score }: OfficeUpkeep) =>
  score
    ? `（得分 ${score.value}${score.next ? `，先补“${score.title}”可加 ${score.next.gain} 分` : ''}）`
    : '';

function summaryOf({ counts, until, today }: Upkeep): string {
  return `按${today}计算：已经待核实、待更新的${counts.stale}项，到${until}将到期的${counts.soon}项；待公开的${counts.missing}项，见 /disclosure/。`;
}

/** The laws that are to be read again and the local texts to be looked at again, by what for. */
const watchParts = ({
  laws: { due, coming, overdue },
  moved,
}: UpkeepReport): readonly (readonly [string, readonly string[]])[] =>
  [
    ['法律改了，还没有人对照的', due.map(amendmentLine)],
    ['法律快要改的', coming.map(amendmentLine)],
    ['太久没有对照公布文本的依据', overdue.map(overdueLine)],
    ['上面的文本改了，本地写法要再看一遍的', moved.map(movedLine)],
  ] as const;

function asText(report: UpkeepReport): string {
  const { upkeep, indicators } = report;
  const offices = upkeep.offices.map((office) =>
    [
      `${office.county} ${office.name}${scoreWords(office)}`,
      ...lines(office).map((line) => `  ${line}`),
    ].join('\n'),
  );
  const checks = indicators.map(
    ({ name, threshold, source, outcome, found }) =>
      `  ${OUTCOME_WORDS[outcome]}  ${name}：${found}\n      线：${threshold}\n      依据：${source}`,
  );
  const watched = watchParts(report).flatMap(([title, told]) =>
    told.length ? [[title, ...told.map((line) => `  ${line}`)].join('\n')] : [],
  );
  const self = ['对照政府网站检查指标自查', ...checks].join('\n');
  return [...offices, summaryOf(upkeep), ...watched, self].join('\n\n');
}

/** Text in which nothing is taken for Markdown. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>|]/g, (mark) => `\\${mark}`);

function asMarkdown(report: UpkeepReport): string {
  const { upkeep, indicators } = report;
  const offices = upkeep.offices.map((office) =>
    [
      `#### ${plain(office.name + scoreWords(office))}`,
      '',
      ...lines(office).map((line) => `- ${plain(line)}`),
    ].join('\n'),
  );
  const rows = indicators.map(({ name, threshold, source, outcome, found }) =>
    ['', name, threshold, found, OUTCOME_WORDS[outcome], source, ''].map(plain).join(' | ').trim(),
  );
  const table = ['| 指标 | 线 | 查到 | 结果 | 依据 |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
  const watched = watchParts(report).flatMap(([title, told]) =>
    told.length ? [[`### ${title}`, '', ...told.map((line) => `- ${plain(line)}`)].join('\n')] : [],
  );
  const head = ['### 到期提醒', summaryOf(upkeep), ...offices, ...watched];
  return [...head, '### 对照政府网站检查指标自查', table].join('\n\n');
}

/** The whole report in a format. */
export function formatUpkeep(format: DisclosureFormat, report: UpkeepReport): string {
  if (format === 'json')
    return JSON.stringify(
      { ...report.upkeep, laws: lawData(report.laws), moved: report.moved, indicators: report.indicators },
      null,
      2,
    );
  return format === 'markdown' ? asMarkdown(report) : asText(report);
}
