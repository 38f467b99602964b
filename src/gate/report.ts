/** The gate's report: for a comment under the proposal, a terminal, annotations, programs. Values are masked in all. */
import { manual } from '../domain/manuals.ts';
import { inShanghai } from '../domain/open-words.ts';
import { maskText } from '../domain/privacy/mask-text.ts';
import { cutText, foldedText } from '../domain/quoted-text.ts';
import { spellAll } from '../domain/spell.ts';
import { formatComparison } from '../reports/disclosure-report.ts';
import { annotation } from '../command/report.ts';
import { COMMENT_MARK } from '../forges/request-addresses.ts';
import type { Edit } from './edits.ts';
import type { GateReport } from './assess.ts';
import type { Labels } from './labels.ts';
import { HEADINGS, sectionsOf, type RemarkLevel, type RemarkLine, type Section } from './sections.ts';

export const GATE_FORMATS = ['text', 'markdown', 'github', 'json'] as const;
type GateFormat = (typeof GATE_FORMATS)[number];

/** Forges take comments of 65 536 characters and more. */
const MAX_COMMENT = 60_000;
const MAX_LINES = 40;
const MAX_STEPS = 30;

const MARKS: Readonly<Record<RemarkLevel, string>> = { error: '✗', warning: '!' };
const markOf = ({ level }: Pick<Section, 'level'>) => (level ? MARKS[level] : '✓');
const STATUS_WORDS = { added: '新增', changed: '修改', deleted: '删除', renamed: '改名' } as const;

const placeOf = ({ file, line }: RemarkLine) =>
  file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`} `;

/** A list that is too long is cut, and says so. */
const some = <T>(
  list: readonly T[],
  most: number,
  tell: (one: T) => string,
  rest: (count: number) => string,
) => [...list.slice(0, most).map(tell), ...(list.length > most ? [rest(list.length - most)] : [])];

const editTitle = ({ status, path, from, title }: Edit) =>
  `${STATUS_WORDS[status]}${title ? `（${title}）` : ''} ${from === undefined ? '' : `${from} → `}${path}`;

/** The same for people: what the file is, not where it lies. */
const editInWords = (edit: Edit, labels: Labels) => {
  const [now, old] = [labels[edit.path], edit.from === undefined ? undefined : labels[edit.from]];
  if (now === undefined) return editTitle(edit);
  return `${STATUS_WORDS[edit.status]} ${old === undefined || old === now ? '' : `${old} → `}${now}`;
};

function asText(report: GateReport, sections: readonly Section[]): string {
  const edits = report.edits.map((edit) =>
    [editTitle(edit), ...edit.steps.map((step) => `    ${step}`)].join('\n'),
  );
  const told = sections.map((one) =>
    [
      `${markOf(one)} ${one.title}：${one.result}`,
      ...one.lines.map((line) => `    ${MARKS[line.level]} ${placeOf(line)}${line.text}`),
    ].join('\n'),
  );
  const { comparison } = report;
  const effect = comparison.offices.length > 0 ? [formatComparison('text', comparison)] : [];
  return [...edits, told.join('\n'), ...effect, `结论：${HEADINGS[report.verdict]}`].join('\n\n');
}

/**
 * Text of a proposal within Markdown: no notation, no line break (a line that begins with `/` is a command to
 * GitLab), no HTML. Mentions are taken away from the whole comment.
 */
const plain = (text: string) =>
  maskText(text)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_[\]<>|~#!]/g, (mark) => `\\${mark}`);

const editAsMarkdown = (labels: Labels) => (edit: Edit) =>
  [
    `- ${plain(editInWords(edit, labels))}`,
    ...some(
      edit.steps,
      MAX_STEPS,
      (step) => `  - ${plain(step)}`,
      (count) => `  - 另有${count}处`,
    ),
  ].join('\n');

/** Where a remark belongs, as people speak of it: 甲镇司法所的人员，第 12 行. */
const placeInWords = (line: RemarkLine, labels: Labels) => {
  const label = line.file === undefined ? undefined : labels[line.file];
  if (label === undefined) return placeOf(line);
  return `${label}${line.line === undefined ? '' : `，第 ${line.line} 行`}：`;
};

const lineAsMarkdown = (labels: Labels) => (line: RemarkLine) =>
  `- ${MARKS[line.level]} ${plain(`${placeInWords(line, labels)}${line.text}`)}`;

function detailAsMarkdown({ title, lines }: Section, labels: Labels): string[] {
  if (lines.length === 0) return [];
  const told = some(lines, MAX_LINES, lineAsMarkdown(labels), (count) => `- 另有${count}处，见运行记录`);
  return [`### ${title}`, told.join('\n')];
}

/** Every text that a reader will read anew, as far as there is room. */
function textsAsMarkdown({ edits, labels }: GateReport, room: number): string[] {
  const told = edits.flatMap((edit) =>
    edit.text === undefined
      ? []
      : [`**${plain(editInWords(edit, labels))}**\n\n${foldedText(edit.text.join('\n'))}`],
  );
  let left = room;
  const fitting = told.filter((one) => (left -= one.length) >= 0);
  const rest = told.length - fitting.length;
  const cut = rest > 0 ? [`另有${rest}篇的全文这里放不下，见文件。`] : [];
  return told.length > 0 ? ['### 改后的全文', ...fitting, ...cut] : [];
}

function asMarkdown(report: GateReport, sections: readonly Section[]): string {
  const rows = sections.map((one) => `| ${one.title} | ${markOf(one)} ${one.result} |`);
  const { comparison, edits, ownership, labels } = report;
  const accounts = ownership.accounts.map(({ account, charge }) => `${account}（${charge ?? '没有登记'}）`);
  const whole = [
    `## ${report.verdict === 'fail' ? '✗' : '✓'} ${HEADINGS[report.verdict]}`,
    `账号：${plain(accounts.join('、'))}`,
    `<sub>提交 ${report.head.slice(0, 10)}，按 ${inShanghai(report.asOf)} 检查。检查由主分支上的程序做；怎么看、怎么审，见${manual('gate')}。</sub>`,
    ['| 检查 | 结果 |', '| --- | --- |', ...rows].join('\n'),
    ...sections.flatMap((one) => detailAsMarkdown(one, labels)),
    '### 改了什么',
    some(edits, MAX_LINES, editAsMarkdown(labels), (count) => `- 另有${count}个文件`).join('\n') ||
      '没有改动。',
    ...(comparison.offices.length > 0 ? [formatComparison('markdown', comparison)] : []),
  ].join('\n\n');
  const told = cutText(whole, MAX_COMMENT, '（太长，下面的没有列出，见运行记录。）');
  const texts = textsAsMarkdown(report, MAX_COMMENT - told.length);
  return `${COMMENT_MARK}\n${[told, ...texts].join('\n\n').replaceAll('@', '＠')}`;
}

function asAnnotations(report: GateReport, sections: readonly Section[]): string {
  const lines = sections.flatMap((one) => one.lines).map((line) => annotation(line.level, line));
  return [...lines, `结论：${HEADINGS[report.verdict]}`].join('\n');
}

/** For programs: everything but the values that the guard found. */
const asJson = ({ privacy, ...report }: GateReport, sections: readonly Section[]) =>
  JSON.stringify({ ...report, privacy: privacy.map(({ value: _, ...one }) => one), sections }, null, 2);

/** The whole report in a format. `prefix` is where the content stands in the repository. */
export function formatGate(format: GateFormat, report: GateReport, prefix: string): string {
  // What a proposer wrote must not end a line, and so begin a command to a runner, in any format.
  const safe = spellAll(report);
  const sections = sectionsOf(safe, prefix);
  const tell = { text: asText, markdown: asMarkdown, github: asAnnotations, json: asJson }[format];
  return maskText(tell(safe, sections));
}
