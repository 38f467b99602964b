/** Findings of the guard with their place, and how they are said. The value itself is never said. */
import type { Problem } from '../problems.ts';
import { PRIVACY_KINDS, type Match } from './kinds.ts';

export interface PrivacyFinding extends Pick<Match, 'kind' | 'grade' | 'value' | 'masked' | 'note'> {
  /** Relative to the content folder, or what else was looked at: `提交说明 1a2b3c4`, `提交人 1a2b3c4`, `分支名`, `标题和说明`. */
  readonly file: string;
  /** The part of a document, with the line in it: `正文第 3 行`, `工作表“名单”第 7 行`, `文件名`. */
  readonly part?: string | undefined;
  /** 1-based, of the file itself; absent within parts. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The field in the author's words. */
  readonly field?: string | undefined;
  /** The same field for programs. */
  readonly path?: Problem['path'];
}

/** True for what stands in a file, not in a message or a name beside the files. */
export const isInFile = ({ file }: Pick<PrivacyFinding, 'file'>): boolean =>
  !/^(?:提交说明|提交人|分支名|标题和说明)/.test(file);

/** What is wrong, with the place within a document: `正文第 3 行像是身份证号（11***************X）：身份证号不能公开`. */
export function reasonOf({ kind, masked, note, part }: PrivacyFinding): string {
  const { title, reason } = PRIVACY_KINDS[kind];
  return `${part ?? ''}像是${title}（${masked}）：${reason}${note ? `；${note}` : ''}`;
}

export const remedyOf = ({ kind }: Pick<PrivacyFinding, 'kind'>): string => PRIVACY_KINDS[kind].remedy;

/** A finding as a problem of the content check. */
export function asProblem(found: PrivacyFinding): Problem {
  const { file, line, column, field, path } = found;
  const severity = found.grade === 'block' ? 'error' : 'warning';
  return {
    kind: 'privacy',
    severity,
    file,
    line,
    column,
    path,
    field,
    message: reasonOf(found),
    remedy: remedyOf(found),
  };
}
