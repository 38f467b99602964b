/** The kinds of problems that the content check reports: one table, from which type and wording derive. */
export const PROBLEM_KINDS = {
  version: '内容和程序的版本不同',
  encoding: '文字编码不对',
  size: '文件过大',
  path: '文件放错了地方',
  missingFile: '缺少文件',
  syntax: '格式写错了',
  duplicateKey: '同一个字段写了两次',
  unknownField: '没有这个字段',
  missingField: '缺少字段',
  value: '内容不合要求',
  hidden: '有看不见的字符',
  lookalike: '有冒充别的字的字符',
  prose: '正文写法不合要求',
  wording: '用词或写法要改',
  reference: '指向了不存在的内容',
  duplicate: '重复',
  coverage: '服务区域不完整',
  geography: '坐标可疑',
  date: '日期可疑',
  hours: '办公时间可疑',
  attachment: '附件不合要求',
  photo: '照片不合要求',
  privacy: '像是个人信息',
  sample: '示例与真实内容混在一起',
} as const;

/** One problem, said to the person who must fix it. An error stops the build, a warning does not. */
export interface Problem {
  readonly kind: keyof typeof PROBLEM_KINDS;
  readonly severity: 'error' | 'warning';
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** 1-based; absent when the problem is the whole file. */
  readonly line?: number | undefined;
  /** 1-based, in characters. */
  readonly column?: number | undefined;
  /** The field in the author's words and notation: `电话 phones[0].number`. */
  readonly field?: string | undefined;
  /** The same field for programs: `['phones', 0, 'number']`; empty for the whole file. */
  readonly path?: readonly (string | number)[] | undefined;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead, with the fixed value or an example in the notation of the file. */
  readonly remedy: string;
}

/** A problem before it has a place in a file. */
export type Fault = Pick<Problem, 'message' | 'remedy'>;

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Problems in the order in which a person fixes them: by file, then from top to bottom. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      text(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      text(a.message, b.message),
  );
}

export const isError = (problem: Pick<Problem, 'severity'>): boolean => problem.severity === 'error';
