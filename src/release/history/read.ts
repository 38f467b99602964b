/** The history of the content as git has it: what each release brought, of offices alone. */
import { alike } from '../../domain/changes.ts';
import type { History, HistoryMoment, OfficeSnapshot, Turn } from '../../domain/history.ts';
import { NO_HISTORY } from '../../domain/history.ts';
import { gitText } from '../../command/git.ts';
import { withdrawn, type Withdrawn } from '../../schemas/withdrawn.ts';
import { type ReleaseMark, marksOf } from './marks.ts';
import { differencesOf, namesOf, textsOf } from './objects.ts';
import { officesIn, parse, type Reader, readerOf } from './offices.ts';
import { inNewWriting, isOlder, isRecord, isText, standings, STEPS } from './standing.ts';
import type { StandingFiles, Steps } from './standing.ts';

/** Where what this history is made of stands. */
const PLACES = ['offices', 'counties', 'divisions'];

/** The content at a moment: its files, its settings, and the list of what was withdrawn. */
interface Content {
  readonly date?: string | undefined;
  readonly tree: string;
  readonly site: string | undefined;
  readonly withdrawn: string | undefined;
}

/** Of the content, all that this history depends on beside its own files: the same while that is the same. */
export function historyKey(content: string): string {
  try {
    const own = gitText(content, 'rev-parse', 'HEAD:./', '--is-shallow-repository');
    return own === undefined
      ? ''
      : [own, ...marksOf(content).map(({ name, commit }) => name + commit)].join('\n');
  } catch {
    return '';
  }
}

/** The history of a content folder; none where git is not installed, or does not keep that folder. */
export function readHistory(content: string, steps: Steps = STEPS): History {
  try {
    const prefix = gitText(content, 'rev-parse', '--show-prefix');
    const shallow = gitText(content, 'rev-parse', '--is-shallow-repository') === 'true';
    const contents = prefix === undefined ? [] : contentsOf(content, prefix);
    if (contents.at(-1)?.date !== undefined || contents.length === 0) return NO_HISTORY;
    return { known: shallow ? 'part' : 'whole', ...readAll(content, contents, steps) };
  } catch {
    return NO_HISTORY;
  }
}

/** The content of each release, of a day the last one, and that of what is checked out. */
function contentsOf(folder: string, prefix: string): Content[] {
  const last = new Map(marksOf(folder).map((mark) => [mark.date, mark]));
  const all: readonly Partial<ReleaseMark>[] = [...last.values(), {}];
  const path = (name: string) => `${prefix}${name}`.replace(/\/$/, '');
  const at = (name: string) =>
    namesOf(
      folder,
      all.map(({ commit = 'HEAD' }) => `${commit}:${path(name)}`),
    );
  const [offices, trees, sites, lists] = [at('offices'), at(''), at('site.json'), at('withdrawn.json')];
  return all.flatMap(({ date }, index) => {
    const tree = trees[index];
    if (tree === undefined || offices[index] === undefined) return [];
    return [{ date, tree, site: sites[index], withdrawn: lists[index] }];
  });
}

function readAll(
  folder: string,
  contents: readonly Content[],
  steps: Steps,
): Pick<History, 'moments' | 'offices'> {
  const empty = gitText(folder, 'hash-object', '-t', 'tree', '--stdin') ?? '';
  const pairs = contents.map(({ tree }, at) => `${contents[at - 1]?.tree ?? empty} ${tree}`);
  const found = differencesOf(folder, pairs, PLACES);
  const stood = standings(pairs.map((pair) => found.get(pair) ?? []));
  const settings = new Set(contents.flatMap(({ site, withdrawn: list }) => [site ?? [], list ?? []].flat()));
  const texts = textsOf(folder, new Set([...settings, ...blobsOf(stood, isRecord)]));
  const sites = contents.map(({ site = '' }) => texts.get(site) ?? '');
  const older = sites.map((site) => isOlder(parse(site)));
  const written = blobsOf(
    stood.filter((_, at) => older[at]),
    isText,
  );
  for (const [name, text] of textsOf(folder, written)) texts.set(name, text);
  const now = stood.map((one, at) => (older[at] ? inNewWriting(one, sites[at] ?? '', texts, steps) : one));
  const moments = contents.map((one): HistoryMoment => ({
    date: one.date,
    withdrawn: withdrawnIn(parse(texts.get(one.withdrawn ?? '') ?? '')),
  }));
  return { moments, offices: turnsOf(now, readerOf(texts)) };
}

const blobsOf = (stood: readonly StandingFiles[], fits: (path: string) => boolean): Set<string> =>
  new Set(stood.flatMap((one) => [...one].flatMap(([path, blob]) => (fits(path) ? [blob] : []))));

const withdrawnIn = (data: unknown): Withdrawn => withdrawn.safeParse(data).data?.withdrawn ?? [];

/** What became of each office: a turn at each moment at which something of it is not as it was before. */
function turnsOf(stood: readonly StandingFiles[], reader: Reader): Map<string, Turn[]> {
  const turns = new Map<string, Turn[]>();
  const last = new Map<string, { readonly key: string; readonly files?: OfficeSnapshot }>();
  const turn = (id: string, at: number, key: string, files?: OfficeSnapshot) => {
    const before = last.get(id);
    if (before?.key === key) return;
    last.set(id, { key, ...(files && { files }) });
    if (!alike(files, before?.files)) turns.set(id, [...(turns.get(id) ?? []), { at, files }]);
  };
  stood.forEach((now, at) => {
    if (now === stood[at - 1]) return;
    const here = officesIn(now, reader);
    for (const [id, { key, files }] of here) if (last.get(id)?.key !== key) turn(id, at, key, files());
    for (const id of last.keys()) if (!here.has(id)) turn(id, at, '');
  });
  return new Map([...turns].sort(([a], [b]) => (a < b ? -1 : 1)));
}
