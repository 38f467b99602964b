/** The kinds of problems that the content check reports: one table, from which type and wording derive. */
export const PROBLEM_KINDS = {
  encoding: '文字编码不对',
  size: '文件过大',
  path: '文件放错了地方',
  syntax: '格式写错了',
  duplicateKey: '同一个字段写了两次',
  unknownField: '没有这个字段',
  missingField: '缺少字段',
  value: '内容不合要求',
  prose: '正文写法不合要求',
  reference: '指向了不存在的内容',
  duplicate: '重复',
  coverage: '服务区域不完整',
  geography: '坐标可疑',
  date: '日期可疑',
} as const;

export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** One problem, said to the person who must mend it. An error stops the build, a warning does not. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly severity: 'error' | 'warning';
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** 1-based; absent when the problem is the whole file. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The field in the author's words and notation: `电话 phones[0].number`. */
  readonly field?: string | undefined;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
  /** A line to copy, in the notation of the file. */
  readonly example?: string | undefined;
}
