/** What the gate found, as lines that every format tells alike. */
import { posix } from 'node:path';
import { isWorse } from '../domain/disclosure/compare.ts';
import { isInFile, reasonOf, remedyOf, type PrivacyFinding } from '../domain/privacy/found.ts';
import type { Grade } from '../domain/privacy/kinds.ts';
import { isError, PROBLEM_KINDS, type Problem } from '../domain/problems.ts';
import type { Remark } from '../command/report.ts';
import type { GateReport } from './assess.ts';

export type RemarkLevel = 'error' | 'warning';

/** A remark with its level. */
export interface RemarkLine extends Remark {
  readonly level: RemarkLevel;
}

export interface Section {
  readonly title: string;
  /** The gravest of its lines; undefined when all is well. */
  readonly level?: RemarkLevel | undefined;
  /** The whole in a few words. */
  readonly result: string;
  readonly lines: readonly RemarkLine[];
}

export const HEADINGS = {
  fail: '不能合并',
  pass: '检查通过，请审核',
  merge: '检查通过，只改了本所去向，可以自动写进数据分支',
} as const;

const LEVELS: readonly RemarkLevel[] = ['error', 'warning'];

function section(title: string, lines: readonly RemarkLine[], good: string): Section {
  const level = LEVELS.find((one) => lines.some((line) => line.level === one));
  const count = (one: RemarkLevel) => lines.filter((line) => line.level === one).length;
  const words = { error: '处要改', warning: '处要核对', notice: '处请看一眼' };
  const told = LEVELS.flatMap((one) => (count(one) ? [`${count(one)}${words[one]}`] : []));
  return { title, level, result: told.join('，') || good, lines };
}

/** What a field is called, without the word of the schema. */
const named = (field: string | undefined) => (field ? `${field.replace(/ [\w.[\]]+$/, '')}：` : '');

const at = (prefix: string, file: string) => posix.normalize(posix.join(prefix, file));

const ofProblem =
  (prefix: string) =>
  (one: Problem): RemarkLine => ({
    level: one.severity,
    file: at(prefix, one.file),
    line: one.line,
    column: one.column,
    title: PROBLEM_KINDS[one.kind],
    text: `${named(one.field)}${one.message} → ${one.remedy}`,
  });

const GRADE_LEVELS: Readonly<Record<Grade, RemarkLevel>> = { block: 'error', warn: 'warning' };

const ofFound =
  (prefix: string) =>
  (one: PrivacyFinding): RemarkLine => {
    const isText = !isInFile(one);
    return {
      level: GRADE_LEVELS[one.grade],
      ...(isText ? {} : { file: at(prefix, one.file), line: one.line, column: one.column }),
      title: '个人信息',
      text: `${isText ? `${one.file}：` : ''}${named(one.field)}${reasonOf(one)} → ${remedyOf(one)}`,
    };
  };

const error =
  (title: string) =>
  (one: { path: string; message: string }): RemarkLine => ({
    level: 'error',
    ...(one.path && { file: one.path }),
    title,
    text: one.message,
  });

/** Personal data is told once, with the versions and messages that it is in. */
const withoutPersonal = ({ problems, privacy }: GateReport) =>
  problems.filter(
    (one) =>
      one.kind !== 'privacy' ||
      !privacy.some((found) => found.file === one.file && reasonOf(found) === one.message),
  );

/** The four checks, then what the change does to the disclosure. `prefix` stands in front of files of the content. */
export function sectionsOf(report: GateReport, prefix: string): Section[] {
  const { stuck, refusals, ownership, privacy, oldErrors, comparison, overlaps, reasons } = report;
  const problems = withoutPersonal(report);
  const cannotBuild: RemarkLine[] =
    report.unbuildable === undefined
      ? []
      : [{ level: 'error', title: '网页', text: `用这份内容生成不了网页：${report.unbuildable}` }];
  const stuckLine: RemarkLine[] = stuck === undefined ? [] : [{ level: 'error', title: '合并', text: stuck }];
  const old = oldErrors ? `主分支上原有的${oldErrors}个错误不算在这次头上` : '没有新问题';
  const others = overlaps.map(({ other, path, fields }): RemarkLine => {
    const what = fields.length > 0 ? `“${fields.join('”“')}”` : '这个文件';
    const text = `第 ${other} 号修改也改了${what}：合并了一份，另一份要从最新的内容重新核对`;
    return { level: 'warning', file: path, title: '别的修改', text };
  });
  const look = reasons.map(({ path, message }): RemarkLine => ({
    level: 'warning',
    ...(path && { file: path }),
    title: '要人看',
    text: message,
  }));
  const leads = report.vanishing.map(({ from, to }): RemarkLine => {
    const text = `网址 ${from} 会没有：收藏的、印出去的都打不开 → 合并后发布时用 npm run publish -- --lead-on，自动转到 ${to}；要转到别处的，由维护人员先写进 redirects.json：${JSON.stringify({ from, to, reason: '改名' })}`;
    return { level: 'warning', title: '网址', text };
  });
  const isLess = isWorse(comparison);
  const effect: RemarkLine[] = isLess
    ? [
        {
          level: 'warning',
          title: '公开情况',
          text: '有的司法所会少公开一些，见下表；确实应当这样的，请在说明里写明原因',
        },
      ]
    : [];
  return [
    section('能不能合并', stuckLine, '能'),
    section(
      '内容检查',
      [...problems.filter(isError), ...problems.filter((one) => !isError(one))].map(ofProblem(prefix)),
      old,
    ),
    section('改的是不是自己的文件', ownership.faults.map(error('归属')), '是'),
    section('有没有不能提交的文件', refusals.map(error('文件')), '没有'),
    section('个人信息', privacy.map(ofFound(prefix)), '没有发现'),
    ...(cannotBuild.length > 0 ? [section('能不能生成网页', cannotBuild, '能')] : []),
    ...(others.length > 0 ? [section('别的修改', others, '没有')] : []),
    ...(look.length > 0 ? [section('能不能自动写入', look, '能')] : []),
    ...(leads.length > 0 ? [section('网址', leads, '没有变')] : []),
    section('对公开情况的影响', effect, comparison.broken ? '内容有错误，算不出来' : '没有少公开'),
  ];
}
