/** Opens a site's log: whose it is, whether it is whole, whether it goes on from what was seen before. */
import { type Checkpoint, type LogEntry, parseCheckpoint, parseEntry } from '../release/log/checkpoint.ts';
import { CHECKPOINT, KEYS, listName, LISTS_KEPT, LOG, UNSIGNED } from '../release/log/append.ts';
import { type FileList, listRoot, parseList } from '../release/log/list.ts';
import { leafHash, rootOf } from '../release/log/merkle.ts';
import { openNote, parseVerifier, type Verifier } from '../release/log/note.ts';
import { entriesIn, hashesIn, tilesOf } from '../release/log/tiles.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { inShanghai } from '../domain/open-words.ts';
import type { SiteSource } from './source.ts';

export const VERDICTS = {
  unchanged: '未变',
  changed: '已改',
  withdrawn: '依法撤下',
  unsigned: '未签名',
  unsure: '不能判断',
} as const;

export type VerifyVerdict = keyof typeof VERDICTS;

/** A verdict on the whole site or one file, and why. */
export class Trouble extends Error {
  readonly verdict: VerifyVerdict;
  constructor(verdict: VerifyVerdict, why: string) {
    super(why);
    this.verdict = verdict;
  }
}

export interface Wishes {
  /** Public keys that the caller trusts; those that the site names itself when there are none. */
  readonly keys: readonly Verifier[];
  /** The signed head that was seen last. */
  readonly seen?: string | undefined;
  /** `YYYY-MM-DD`: the release that was shown at the end of that day. */
  readonly date?: string | undefined;
}

export interface Log {
  readonly entry: LogEntry;
  readonly list: FileList;
  /** The list of the release that is shown now. */
  readonly newest: FileList;
  readonly size: number;
  readonly signedBy: readonly string[];
  /** The signed head, to be kept. */
  readonly note: string;
}

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b);

async function textAt(source: SiteSource, name: string): Promise<string | undefined> {
  const found = await source.read(`${LOG}${name}`);
  if (found.kind === 'unknown') throw new Trouble('unsure', `读不到 ${LOG}${name}：${found.why}`);
  return found.kind === 'there' ? asText(found.bytes) : undefined;
}

async function bytesAt(source: SiteSource, name: string): Promise<Uint8Array> {
  const found = await source.read(`${LOG}${name}`);
  if (found.kind === 'there') return found.bytes;
  if (found.kind === 'unknown') throw new Trouble('unsure', `读不到 ${LOG}${name}：${found.why}`);
  throw new Trouble('changed', `日志缺了 ${LOG}${name}`);
}

/** More than a century of daily releases, several times a day. */
const MOST_ENTRIES = 100_000;

/** One after another: nobody's server is asked for everything at once. */
async function allAt(source: SiteSource, tiles: readonly { readonly name: string }[]): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (const { name } of tiles) all.push(await bytesAt(source, name));
  return all;
}

const keysIn = (text: string) => text.split('\n').flatMap((line) => parseVerifier(line) ?? []);

/** The head that this log had when it was looked at before must be one that it has been through. */
function holdAgainst(
  seen: string,
  head: Checkpoint,
  hashes: readonly Uint8Array[],
  keys: readonly Verifier[],
): void {
  const earlier = parseCheckpoint(openNote(seen, keys)?.text ?? '');
  if (!earlier)
    throw new Trouble('changed', '上次记下的签名，现在的公钥认不出：换过密钥的，请用 --key 把旧公钥也写上');
  if (earlier.origin !== head.origin)
    throw new Trouble('changed', `上次是 ${earlier.origin} 的日志，现在是 ${head.origin} 的`);
  if (earlier.size > head.size)
    throw new Trouble('changed', `日志倒退了：上次看到 ${earlier.size} 条，现在只有 ${head.size} 条`);
  if (!same(rootOf(hashes.slice(0, earlier.size)), earlier.root))
    throw new Trouble('changed', `日志的历史被改写过：前 ${earlier.size} 条同上次看到的不一样`);
}

async function entriesOf(source: SiteSource, hashes: readonly Uint8Array[]): Promise<LogEntry[]> {
  const bundles = await allAt(source, tilesOf('entries', hashes.length));
  const all = bundles.flatMap((bundle) => entriesIn(bundle) ?? []);
  return hashes.map((hash, at) => {
    const bytes = all[at];
    const entry = bytes && same(leafHash(bytes), hash) ? parseEntry(asText(bytes)) : undefined;
    if (!entry) throw new Trouble('changed', `日志第 ${at + 1} 条同签过的校验值不一致`);
    return entry;
  });
}

async function listAt(source: SiteSource, index: number, entry: LogEntry): Promise<FileList | undefined> {
  const text = await textAt(source, listName(index));
  if (text === undefined) return undefined;
  const list = parseList(text);
  if (!list || listRoot(list) !== entry.root)
    throw new Trouble('changed', `校验值的表 ${LOG}${listName(index)} 同签过的总校验值不一致`);
  return list;
}

/** Which entry tells of a day: the last that was shown by its end. */
function entryOn(entries: readonly LogEntry[], date: string | undefined): number {
  if (date === undefined) return entries.length - 1;
  const days = entries.map(({ shown }) => dateInShanghai(new Date(shown)));
  const index = days.findLastIndex((day) => day <= date);
  if (index < 0) throw new Trouble('unsigned', `${date} 还没有签名：日志从 ${days[0]} 开始`);
  return index;
}

/** Opens the log, or throws a `Trouble` that says what it shows of the whole site. */
export async function openLog(source: SiteSource, { keys, seen, date }: Wishes): Promise<Log> {
  const note = await textAt(source, CHECKPOINT);
  if (note === undefined) throw new Trouble('unsigned', `没有 ${LOG}${CHECKPOINT}：这个网站没有签名`);
  const known = keys.length > 0 ? keys : keysIn((await textAt(source, KEYS)) ?? '');
  const opened = openNote(note, known);
  const head = opened && parseCheckpoint(opened.text);
  if (!head) throw new Trouble('changed', '日志的签名不对，或者不是这把公钥签的');
  if (head.size > MOST_ENTRIES) throw new Trouble('unsure', `日志说有 ${head.size} 条，太多了，不读`);
  const hashes = (await allAt(source, tilesOf(0, head.size))).flatMap(hashesIn);
  if (hashes.length !== head.size || !same(rootOf(hashes), head.root))
    throw new Trouble('changed', '日志的记录同签过的总校验值不一致');
  if (seen !== undefined) holdAgainst(seen, head, hashes, known);
  const entries = await entriesOf(source, hashes);
  const [index, last] = [entryOn(entries, date), entries.length - 1];
  const [entry, latest] = [entries[index], entries[last]];
  if (!entry || !latest) throw new Trouble('unsigned', '日志是空的');
  if (index === last && (await textAt(source, UNSIGNED)) !== undefined)
    throw new Trouble(
      'unsigned',
      `这一版没有签名；最后签过的一版从 ${inShanghai(entry.shown)} 起显示。为什么停了签名，请问司法局`,
    );
  const newest = await listAt(source, last, latest);
  const list = index === last ? newest : await listAt(source, index, entry);
  if (!newest) throw new Trouble('changed', `日志缺了 ${LOG}${listName(last)}`);
  if (!list)
    throw new Trouble(
      'unsure',
      `那一版（从 ${inShanghai(entry.shown)} 起显示）的逐个校验值已经不留：只留最近 ${LISTS_KEPT} 版`,
    );
  return { entry, list, newest, size: head.size, signedBy: opened.by.map(({ key }) => key), note };
}
