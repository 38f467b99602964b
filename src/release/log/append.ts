/** Appends what is shown to the log: a list of its files, an entry with the root over it, and a new signed head. */
import { Failure, manualPage } from '../../command/command.ts';
import { checkpointText, entryText, parseCheckpoint } from './checkpoint.ts';
import { blinded, type FileList, leafOf, listRoot, listText, parseList, type Random } from './list.ts';
import { leafHash, rootOf } from './merkle.ts';
import { openNote, type Signer, signedNote, type Verifier } from './note.ts';
import { entriesIn, type LogFiles, logTiles, stillWanted, tilesOf } from './tiles.ts';

/** Where the log stands below the site's root. */
export const LOG = 'data/log/';
export const CHECKPOINT = 'checkpoint';
/** The public keys in writing, a line each. */
export const KEYS = 'keys';
/** Stands there when what is shown is not in the log. */
export const UNSIGNED = 'unsigned';
/** Lists of files stay for about a month of daily releases; the log itself stays whole. */
export const LISTS_KEPT = 31;

/** What the operator signs with. */
export interface Sealing {
  readonly signers: readonly Signer[];
  /** Keys that signed before and are no longer used. */
  readonly earlier: readonly Verifier[];
  readonly now: Date;
  readonly random: Random;
}

/** What is shown from now on. */
export interface Showing {
  readonly list: FileList;
  readonly builtFor: string;
  /** The bytes of a file as it is shown; absent where they cannot be had: then no older salt stays. */
  readonly bytes?: (name: string) => Uint8Array | undefined;
}

export const listName = (index: number): string => `files/${index}`;

const indexOf = (name: string): number | undefined => {
  const [, digits] = /^files\/(\d+)$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

/** The number of the newest list. */
export const lastList = (log: LogFiles): number | undefined => {
  const all = [...log.keys()].flatMap((name) => indexOf(name) ?? []);
  return all.length > 0 ? Math.max(...all) : undefined;
};

const asText = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

const broken = (why: string) =>
  new Failure(
    `签名日志（${LOG}）接不上：${why}。没有发布。请按 ${manualPage('signing')} 的“日志接不上”查明是谁改过，再决定怎么办。`,
  );

/** The entries of a log, held against its signed head; none where there is no log yet. */
function entriesOf(log: LogFiles, { signers, earlier }: Sealing): { origin: string; entries: Uint8Array[] } {
  const note = log.get(CHECKPOINT);
  if (!note) return { origin: signers[0]?.name ?? '', entries: [] };
  const head = parseCheckpoint(openNote(asText(note), [...signers, ...earlier])?.text ?? '');
  if (!head) throw broken('最后的签名不是现在这把密钥签的，也不是密钥文件里列出的旧公钥');
  const entries = tilesOf('entries', head.size).flatMap(
    ({ name }) => entriesIn(log.get(name) ?? Buffer.of()) ?? [],
  );
  const root = rootOf(entries.map((entry) => leafHash(entry)));
  if (entries.length !== head.size || !Buffer.from(root).equals(head.root))
    throw broken('记录同签过的总校验值不一致');
  return { origin: head.origin, entries };
}

/** Lists of earlier releases: after a withdrawal, only what stands unchanged today can still be looked at. */
function olderLists(log: LogFiles, { list, bytes }: Showing, size: number): [string, Uint8Array][] {
  const indices = Array.from({ length: LISTS_KEPT - 1 }, (_, back) => size - 1 - back).filter(
    (index) => index >= 0,
  );
  return indices.flatMap((index): [string, Uint8Array][] => {
    const old = parseList(asText(log.get(listName(index))));
    if (!old) return [];
    if (old.knows === list.knows) return [[listName(index), Buffer.from(listText(old))]];
    const kept = blinded(old, list.knows, ({ salt, name }, leaf) => {
      const now = bytes?.(name);
      return now !== undefined && leafOf(salt, name, now) === leaf;
    });
    return [[listName(index), Buffer.from(listText(kept))]];
  });
}

/** The log with one more entry, signed. */
export function appended(log: LogFiles, showing: Showing, sealing: Sealing): LogFiles {
  const { signers, earlier, now } = sealing;
  const { origin, entries } = entriesOf(log, sealing);
  const entry = { shown: now.toISOString(), builtFor: showing.builtFor, root: listRoot(showing.list) };
  const all = [...entries, Buffer.from(entryText(entry))];
  const tiles = logTiles(all);
  const head = { origin, size: all.length, root: rootOf(all.map((one) => leafHash(one))) };
  const keys = [...signers, ...earlier].map(({ key }) => `${key}\n`).join('');
  return new Map<string, Uint8Array>([
    ...stillWanted(log, tiles),
    ...tiles,
    ...olderLists(log, showing, entries.length),
    [listName(entries.length), Buffer.from(listText(showing.list))],
    [KEYS, Buffer.from(keys)],
    [CHECKPOINT, Buffer.from(signedNote(checkpointText(head), signers))],
  ]);
}

const NOTE = '这一版发布时没有签名；日志里是以前签过名的各版。\n';

/** The log beside something that is not signed: as it was, and saying so. Salts are destroyed all the same. */
export function unsigned(log: LogFiles, showing: Showing): LogFiles {
  if (!log.has(CHECKPOINT)) return new Map();
  const last = lastList(log) ?? -1;
  const rest = [...log].filter(([name]) => indexOf(name) === undefined);
  return new Map([...rest, ...olderLists(log, showing, last + 1), [UNSIGNED, Buffer.from(NOTE)]]);
}
