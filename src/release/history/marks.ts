/** Marks of releases in git: a tag `release/<date>` at the commit whose content was published, `.2` for a second that day. */
import { isDate } from '../../domain/dates.ts';
import { Failure } from '../../command/command.ts';
import { gitText, mustGit } from '../../command/git.ts';

const TAGS = 'refs/tags/release/';

export interface ReleaseMark {
  /** `release/2026-11-28` */
  readonly name: string;
  readonly date: string;
  readonly commit: string;
}

const numbered = (name: string) => {
  const [, date = '', number = '1'] = /^(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d{0,3}))?$/.exec(name) ?? [];
  return isDate(date) ? { date, number: Number(number) } : undefined;
};

/** The releases that lie in the past of what is checked out, oldest first. A tag that is no date marks none. */
export function marksOf(folder: string): ReleaseMark[] {
  const format = '--format=%(refname:strip=3) %(objectname) %(*objectname)';
  const list = gitText(folder, 'for-each-ref', '--merged', 'HEAD', format, TAGS) ?? '';
  const marks = list.split('\n').flatMap((line) => {
    const [name = '', object = '', tagged] = line.split(' ');
    const day = numbered(name);
    return day ? [{ ...day, name: `release/${name}`, commit: tagged || object }] : [];
  });
  return marks.toSorted((a, b) => a.date.localeCompare(b.date) || a.number - b.number);
}

/** Git's name of the content at a commit. */
const contentAt = (folder: string, commit: string) => {
  const prefix = gitText(folder, 'rev-parse', '--show-prefix') ?? '';
  return gitText(folder, 'rev-parse', '--verify', '--quiet', `${commit}:${prefix.replace(/\/$/, '')}`);
};

/**
 * Marks what is checked out as released on a day; the same content is marked once. Returns the mark, or the one that
 * is there. Fails outside a repository and where files of the content are not committed.
 */
export function markRelease(
  content: string,
  date: string,
): { readonly name: string; readonly fresh: boolean } {
  const own = contentAt(content, 'HEAD');
  if (own === undefined) throw new Failure(`${content} 不在 git 仓库里，不能记下这次发布。`);
  if (mustGit(content, ['status', '--porcelain', '--', '.']) !== '')
    throw new Failure('内容里有没提交的修改：请先提交，再记下这次发布。');
  const marks = marksOf(content);
  const last = marks.at(-1);
  if (last && contentAt(content, last.commit) === own) return { name: last.name, fresh: false };
  const name = freeName(content, date);
  mustGit(content, ['tag', name, 'HEAD']);
  return { name, fresh: true };
}

/** The next name for a day. Tags that do not lie in the past of this commit keep theirs. */
function freeName(folder: string, date: string): string {
  const taken = new Set(
    (gitText(folder, 'for-each-ref', '--format=%(refname:strip=2)', TAGS) ?? '').split('\n'),
  );
  let [name, number] = [`release/${date}`, 1];
  while (taken.has(name)) name = `release/${date}.${(number += 1)}`;
  return name;
}
