/** A log as static files (C2SP tlog-tiles): the checkpoint, hashes in tiles of 256, entries in bundles beside them. */
import { leafHash, rootOf } from './merkle.ts';

/** Files of the log by their names below its folder. */
export type LogFiles = ReadonlyMap<string, Uint8Array>;

const WIDTH = 256;
const HASH = 32;

/** `1234067` is `x001/x234/067`; what is not full says how much of it there is. */
function tileName(level: number | 'entries', index: number, width: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width < WIDTH ? `.p/${width}` : ''}`;
}

/** The tiles of a level that holds so many hashes or entries, with where each begins. */
export const tilesOf = (level: number | 'entries', count: number) =>
  Array.from({ length: Math.ceil(count / WIDTH) }, (_, index) => {
    const from = index * WIDTH;
    const width = Math.min(WIDTH, count - from);
    return { name: tileName(level, index, width), from, width };
  });

const prefixed = (entry: Uint8Array) => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(entry.length);
  return [length, entry];
};

/** Takes a bundle apart; undefined when it is none. */
export function entriesIn(bundle: Uint8Array): Uint8Array[] | undefined {
  const bytes = Buffer.from(bundle);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length ? entries : undefined;
}

/** The hashes of a tile. */
export const hashesIn = (tile: Uint8Array): Uint8Array[] =>
  Array.from({ length: Math.floor(tile.length / HASH) }, (_, at) =>
    tile.subarray(at * HASH, (at + 1) * HASH),
  );

/** Every tile and bundle of a log with these entries. */
export function logTiles(entries: readonly Uint8Array[]): LogFiles {
  const files = new Map<string, Uint8Array>();
  for (const { name, from, width } of tilesOf('entries', entries.length))
    files.set(name, Buffer.concat(entries.slice(from, from + width).flatMap(prefixed)));
  let hashes = entries.map((entry) => leafHash(entry));
  for (let level = 0; hashes.length > 0; level += 1) {
    const tiles = tilesOf(level, hashes.length);
    for (const { name, from, width } of tiles)
      files.set(name, Buffer.concat(hashes.slice(from, from + width)));
    const full = tiles.filter(({ width }) => width === WIDTH);
    hashes = full.map(({ from, width }) => rootOf(hashes.slice(from, from + width)));
  }
  return files;
}

const PARTIAL = /^(tile\/.*)\.p\/\d+$/;

/** Partial tiles of smaller logs stay, for those who know an earlier checkpoint, until the full one is there. */
export const stillWanted = (old: LogFiles, files: LogFiles): [string, Uint8Array][] =>
  [...old].filter(([name]) => {
    const [, full] = PARTIAL.exec(name) ?? [];
    return full !== undefined && !files.has(full);
  });
