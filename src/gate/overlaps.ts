/** Other open proposals that change the same fields: whoever merges one must look at the other again. */
import { changesBetween } from '../domain/changes.ts';
import { git, gitFields, gitLine } from '../command/git.ts';
import { placeFile } from '../catalogue/file-kind.ts';
import { formatOf, KINDS } from '../kinds.ts';
import { fieldInWords, type Path } from '../schemas/walk.ts';
import { inContent, type ContentPlace } from './place.ts';
import type { Commits } from './proposal.ts';

export interface Overlap {
  /** The other proposal, as the forge numbers it. */
  readonly other: string;
  readonly path: string;
  /** The fields by their names; empty where the file has none, or where they are not told. */
  readonly fields: readonly string[];
}

interface Proposed {
  readonly fork: string;
  readonly head: string;
}

/** The refs below a prefix, by the last part of their names. */
const openProposals = (repository: string, prefix: string): { name: string; head: string }[] =>
  gitFields(repository, 'for-each-ref', '--format=%(refname)%00%(objectname)%00', `${prefix}/`)
    .map((field) => field.trim())
    .flatMap((ref, at, all) =>
      at % 2 === 0 && ref ? [{ name: ref.slice(prefix.length + 1), head: all[at + 1] ?? '' }] : [],
    );

const pathsOf = (repository: string, { fork, head }: Proposed): string[] =>
  gitFields(repository, 'diff-tree', '-r', '-z', '--name-only', '--no-renames', fork, head).filter(Boolean);

function dataAt(repository: string, commit: string, path: string): unknown {
  try {
    return JSON.parse(git(repository, ['cat-file', 'blob', `${commit}:${path}`])?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}

const isWithin = (one: Path, other: Path) => one.every((key, at) => key === other[at]);

/** The names of the fields of a file that both change. */
function fieldsOf(
  repository: string,
  path: string,
  place: ContentPlace,
  pair: readonly Proposed[],
): string[] {
  const kind = placeFile(inContent(place, path) ?? '').placed?.kind;
  // Whereabouts are sensitive, and comments stay.
  if (!kind || kind === 'whereabouts' || formatOf(kind) !== 'json') return [];
  const [own = [], others = []] = pair.map(({ fork, head }) =>
    changesBetween(dataAt(repository, fork, path), dataAt(repository, head, path)),
  );
  const shared = own.filter((a) => others.some((b) => isWithin(a.path, b.path) || isWithin(b.path, a.path)));
  const data = pair[0] && dataAt(repository, pair[0].head, path);
  return shared.map((change) => fieldInWords(KINDS[kind].schema, change.path, data) ?? '整个文件');
}

interface OverlapQuestion extends Commits {
  readonly place: ContentPlace;
  /** The prefix of the refs under which other open proposals were fetched. */
  readonly open: string;
}

/** What other open proposals change too. */
export function overlapsOf({ repository, base, head, place, open }: OverlapQuestion): Overlap[] {
  const forkOf = (commit: string) => gitLine(repository, 'merge-base', base, commit);
  const fork = forkOf(head);
  if (fork === undefined) return [];
  const own = new Set(pathsOf(repository, { fork, head }));
  return openProposals(repository, open).flatMap(({ name, head: other }) => {
    const begun = other === head ? undefined : forkOf(other);
    if (begun === undefined) return [];
    const theirs = { fork: begun, head: other };
    return pathsOf(repository, theirs)
      .filter((path) => own.has(path))
      .flatMap((path) => {
        const fields = fieldsOf(repository, path, place, [{ fork, head }, theirs]);
        const isData = path.endsWith('.json') && !path.endsWith('/whereabouts.json');
        return isData && fields.length === 0 ? [] : [{ other: name, path, fields }];
      });
  });
}
