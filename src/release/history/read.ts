/** The history of the content as git has it: what each release brought, of offices alone. */
import { listAt, textAt } from '../../catalogue/loose.ts';
import type { History, Moment, OfficeFiles, Turn } from '../../domain/history.ts';
import { NO_HISTORY } from '../../domain/history.ts';
import { tell } from '../../domain/suppression.ts';
import { gitText } from '../../command/git.ts';
import { office } from '../../schemas/office.ts';
import { statistics } from '../../schemas/statistics.ts';
import { withdrawn, type Withdrawn } from '../../schemas/withdrawn.ts';
import { type Mark, marksOf } from './marks.ts';
import { type Differing, differencesOf, namesOf, textsOf } from './objects.ts';

/** What this history is made of; no other file is looked at. */
const FILE =
  /^(?<id>[^/]+\/[^/]+)\/(?<name>(?:office|staff|statistics)\.json|(?:affairs|services)\/[^/]+\.md)$/;

/** The content at a moment: its offices, and the list of what was withdrawn. */
interface Content {
  readonly date?: string | undefined;
  readonly offices: string;
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
export function readHistory(content: string): History {
  try {
    const prefix = gitText(content, 'rev-parse', '--show-prefix');
    const shallow = gitText(content, 'rev-parse', '--is-shallow-repository') === 'true';
    const contents = prefix === undefined ? [] : contentsOf(content, prefix);
    if (contents.at(-1)?.date !== undefined || contents.length === 0) return NO_HISTORY;
    return { known: shallow ? 'part' : 'whole', ...readAll(content, contents) };
  } catch {
    return NO_HISTORY;
  }
}

/** The content of each release, of a day the last one, and that of what is checked out. */
function contentsOf(folder: string, prefix: string): Content[] {
  const last = new Map(marksOf(folder).map((mark) => [mark.date, mark]));
  const all: readonly Partial<Mark>[] = [...last.values(), {}];
  const at = (name: string) =>
    namesOf(
      folder,
      all.map(({ commit = 'HEAD' }) => `${commit}:${prefix}${name}`),
    );
  const [offices, lists] = [at('offices'), at('withdrawn.json')];
  return all.flatMap(({ date }, index) => {
    const tree = offices[index];
    return tree === undefined ? [] : [{ date, offices: tree, withdrawn: lists[index] }];
  });
}

function readAll(folder: string, contents: readonly Content[]): Pick<History, 'moments' | 'offices'> {
  const empty = gitText(folder, 'hash-object', '-t', 'tree', '--stdin') ?? '';
  const pairs = contents.map(({ offices }, at) => `${contents[at - 1]?.offices ?? empty} ${offices}`);
  const differences = differencesOf(folder, pairs);
  const wanted = [...differences.values()]
    .flat()
    .flatMap(({ path, blob }) => (/\.json$/.test(path) && FILE.test(path) && blob ? [blob] : []));
  const lists = contents.flatMap((one) => one.withdrawn ?? []);
  const parsed = new Map(
    [...textsOf(folder, new Set([...wanted, ...lists]))].map(([name, text]) => [name, parse(text)]),
  );
  const moments = contents.map((one): Moment => ({
    date: one.date,
    withdrawn: withdrawnIn(parsed.get(one.withdrawn ?? '')),
  }));
  return {
    moments,
    offices: turnsOf(
      pairs.map((pair) => differences.get(pair) ?? []),
      parsed,
    ),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const withdrawnIn = (data: unknown): Withdrawn => withdrawn.safeParse(data).data?.withdrawn ?? [];

/** What became of each office, from what differs at each moment. */
function turnsOf(
  moments: readonly (readonly Differing[])[],
  parsed: ReadonlyMap<string, unknown>,
): Map<string, Turn[]> {
  const files = new Map<string, Map<string, string>>();
  const turns = new Map<string, Turn[]>();
  moments.forEach((differences, at) => {
    for (const id of moveOn(files, differences)) {
      const turn = { at, files: filesOf(files.get(id) ?? new Map(), parsed) };
      turns.set(id, [...(turns.get(id) ?? []), turn]);
    }
  });
  return new Map([...turns].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Moves what stands where (by office and file) on by some differences, and gives the offices that they are about. */
function moveOn(files: Map<string, Map<string, string>>, differences: readonly Differing[]): Set<string> {
  const ids = new Set<string>();
  for (const { path, blob } of differences) {
    const { id, name } = FILE.exec(path)?.groups ?? {};
    if (id === undefined || name === undefined) continue;
    const own = files.get(id) ?? new Map<string, string>();
    files.set(id, own);
    if (blob === undefined) own.delete(name);
    else own.set(name, blob);
    ids.add(id);
  }
  return ids;
}

function filesOf(
  own: ReadonlyMap<string, string>,
  parsed: ReadonlyMap<string, unknown>,
): OfficeFiles | undefined {
  const record = own.get('office.json');
  if (record === undefined) return undefined;
  const counts = statistics.safeParse(parsed.get(own.get('statistics.json') ?? '')).data;
  return {
    record: office.safeParse(parsed.get(record)).data,
    statistics: counts && tell(counts),
    people: namesIn(parsed.get(own.get('staff.json') ?? '')),
    texts: [...own].filter(([name]) => name.endsWith('.md')).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** The names in a file of staff, however it was written. */
const namesIn = (staff: unknown): string[] =>
  listAt(staff, ['people']).flatMap((one) => textAt(one, ['name']) || []);
