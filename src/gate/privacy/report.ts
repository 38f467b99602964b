/** How the guard's findings are told: on a terminal, as annotations, as JSON. Values are masked everywhere. */
import { posix } from 'node:path';
import { isInFile, reasonOf, remedyOf, type PrivacyFinding } from '../../domain/privacy/found.ts';
import { GRADES, isGraver, PRIVACY_KINDS, type Grade } from '../../domain/privacy/kinds.ts';
import { annotation, type Format } from '../../command/report.ts';

/** Marks, words and levels of each grade. */
const TOLD: Readonly<Record<Grade, { mark: string; word: string; level: 'error' | 'warning' }>> = {
  block: { mark: '✗', word: '不能公开', level: 'error' },
  warn: { mark: '!', word: '要核对', level: 'warning' },
};

interface PrivacyReport {
  readonly found: readonly PrivacyFinding[];
  readonly looked: number;
  /** The content folder as typed, in front of the names of its files. */
  readonly folder: string;
}

const placeOf = (one: PrivacyFinding, folder: string) =>
  isInFile(one) ? posix.normalize(`${folder.replaceAll('\\', '/')}/${one.file}`) : one.file;

function asText(one: PrivacyFinding): string {
  const { mark, word } = TOLD[one.grade];
  const place = one.line === undefined ? '' : `${one.line}:${one.column ?? 1} `;
  const field = one.field ? `${one.field}：` : '';
  return `  ${mark} ${place}【${word}】${field}${reasonOf(one)}\n      → ${remedyOf(one)}`;
}

const asAnnotation = (one: PrivacyFinding, folder: string) =>
  annotation(TOLD[one.grade].level, {
    ...(isInFile(one) && { file: placeOf(one, folder), line: one.line, column: one.column }),
    title: PRIVACY_KINDS[one.kind].title,
    text: `${isInFile(one) ? '' : `${one.file}：`}${one.field ? `${one.field}：` : ''}${reasonOf(one)}\n→ ${remedyOf(one)}`,
  });

/** A finding for programs: everything but the value. */
const asRecord = ({ value: _, ...one }: PrivacyFinding, folder: string) => ({
  ...one,
  file: placeOf({ value: '', ...one }, folder),
  reason: reasonOf({ value: '', ...one }),
  remedy: remedyOf(one),
});

export function countGrades(found: readonly PrivacyFinding[]): Readonly<Record<Grade, number>> {
  const count = (grade: Grade) => found.filter((one) => one.grade === grade).length;
  return { block: count('block'), warn: count('warn') };
}

function summary({ found, looked }: PrivacyReport): string {
  const counts = countGrades(found);
  const told = GRADES.flatMap((grade) => (counts[grade] ? [`${counts[grade]} 处${TOLD[grade].word}`] : []));
  return `看了 ${looked} 个文件，${told.length ? told.join('，') : '没有发现个人信息'}。`;
}

const inOrder = (found: readonly PrivacyFinding[]) =>
  found.toSorted((a, b) =>
    a.file === b.file
      ? (a.line ?? 0) - (b.line ?? 0) || (isGraver(a.grade, b.grade) ? -1 : 1)
      : a.file < b.file
        ? -1
        : 1,
  );

/** The whole report in a format. */
export function formatPrivacy(format: Format, report: PrivacyReport): string {
  const found = inOrder(report.found);
  const { folder, looked } = report;
  if (format === 'json')
    return JSON.stringify(
      { found: found.map((one) => asRecord(one, folder)), counts: { files: looked, ...countGrades(found) } },
      null,
      2,
    );
  if (format === 'github')
    return [...found.map((one) => asAnnotation(one, folder)), summary(report)].join('\n');
  const files = [...new Set(found.map(({ file }) => file))];
  const told = files.map((file) => {
    const own = found.filter((one) => one.file === file);
    return [...own.slice(0, 1).map((one) => placeOf(one, folder)), ...own.map(asText)].join('\n');
  });
  return [...told, summary(report)].join('\n\n');
}
