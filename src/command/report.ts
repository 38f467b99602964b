/** How the problems of the content check are told: on a terminal, as GitHub annotations, as JSON. */
import { posix } from 'node:path';
import { toType } from './command.ts';
import { isError, PROBLEM_KINDS, type Problem } from '../domain/problems.ts';

export const FORMATS = ['text', 'github', 'json'] as const;
export type Format = (typeof FORMATS)[number];

interface Report {
  readonly problems: readonly Problem[];
  /** How many files were looked at. */
  readonly files: number;
  /** The content folder as a person would write it, in front of every file's name. */
  readonly folder: string;
}

/** A file's name as typed from here; one outside the content folder (`../…`) is named without the detour. */
const inFolder = (folder: string, file: string) =>
  folder ? posix.normalize(`${folder.replaceAll('\\', '/')}/${file}`) : file;

/** How many errors and warnings there are. */
export function countProblems(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(isError).length;
  return { errors, warnings: problems.length - errors };
}

/** A remedy in which commands to be typed are those for the content of a folder. */
const remedyIn = (folder: string, { remedy }: Problem): string =>
  remedy.replace(/npm run ([\w:]+)( --(?= ))?/g, (_, command: string, more = '') => {
    const typed = toType(command, { content: folder || undefined });
    return typed.includes(' -- ') ? typed : `${typed}${more}`;
  });

function problemAsText(problem: Problem, folder: string): string {
  const place = problem.line === undefined ? '' : `${problem.line}:${problem.column ?? 1} `;
  const mark = isError(problem) ? '✗' : '!';
  const field = problem.field ? `${problem.field}：` : '';
  return [
    `  ${mark} ${place}【${PROBLEM_KINDS[problem.kind]}】${field}${problem.message}`,
    `      → ${remedyIn(folder, problem)}`,
  ].join('\n');
}

/** The problems grouped by file, each with its place, its kind, what is wrong and what to write. */
export function problemsAsText(problems: readonly Problem[], folder: string): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files
    .map((file) =>
      [
        inFolder(folder, file),
        ...problems.filter((one) => one.file === file).map((one) => problemAsText(one, folder)),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The last line of a check. */
function summary(problems: readonly Problem[], files: number): string {
  const { errors, warnings } = countProblems(problems);
  const found = [errors ? `${errors} 个错误` : '没有错误', ...(warnings ? [`${warnings} 个提醒`] : [])];
  return `检查了 ${files} 个文件，${found.join('，')}。`;
}

/** Prints problems as `npm run check` does, with their number. */
export function printProblems(problems: readonly Problem[], folder: string): void {
  const { errors, warnings } = countProblems(problems);
  console.error(problemsAsText(problems, folder));
  console.error(`\n${errors} 个错误，${warnings} 个提醒。改好以后再试。`);
}

const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A remark at a place of a proposal. */
export interface Remark {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly title: string;
  readonly text: string;
}

/** A remark as a workflow command of GitHub Actions. */
export function annotation(level: 'error' | 'warning', { file, line, column, title, text }: Remark): string {
  const list = Object.entries({ file, line, col: column, title }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${level} ${list.join(',')}::${escapeData(text)}`;
}

/** A problem as a workflow command of GitHub Actions. */
export function problemAsAnnotation(problem: Problem, folder: string): string {
  const { severity, line, column, field, message } = problem;
  const words = [field, message].filter(Boolean).join('：');
  const file = inFolder(folder, problem.file);
  const title = PROBLEM_KINDS[problem.kind];
  return annotation(severity, {
    file,
    line,
    column,
    title,
    text: `${words}\n→ ${remedyIn(folder, problem)}`,
  });
}

/** The whole report in a format. */
export function formatReport(format: Format, { problems, files, folder }: Report): string {
  if (format === 'json')
    return JSON.stringify({ problems, counts: { files, ...countProblems(problems) } }, null, 2);
  const told =
    format === 'github'
      ? problems.map((problem) => problemAsAnnotation(problem, folder)).join('\n')
      : problemsAsText(problems, folder);
  return [told, summary(problems, files)].filter(Boolean).join(format === 'text' ? '\n\n' : '\n');
}
