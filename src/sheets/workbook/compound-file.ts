/** Just enough of compound files (the container of .xls) to take one stream out of them. */

/** Numbers from here on mark the end of a chain. */
const NO_SECTOR = 0xfffffffa;
/** Shorter streams stand in sectors of 64 bytes, within a stream of their own. */
const SMALL = 4096;
const SMALL_SECTOR = 64;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function numbersIn(bytes: Uint8Array): number[] {
  const view = viewOf(bytes);
  return Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

/** The sectors of a stream in their order; `next` names for each the one behind it. */
function chained(first: number, next: readonly number[]): number[] {
  const chain: number[] = [];
  for (let at: number | undefined = first; at !== undefined && at < NO_SECTOR; at = next[at])
    if (chain.push(at) > next.length) throw new Error('a chain of sectors without end');
  return chain;
}

function joined(sectors: readonly number[], sector: (at: number) => Uint8Array): Uint8Array {
  const parts = sectors.map(sector);
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

/** Which sector follows each, from the sectors that are listed in the header and those listed behind it. */
function followers(header: DataView, sector: (at: number) => Uint8Array): number[] {
  const lists = Array.from({ length: 109 }, (_, at) => header.getUint32(76 + at * 4, true));
  // A list of lists that leads back to itself would have no end.
  for (let at = header.getUint32(68, true); at < NO_SECTOR && lists.length < header.byteLength >> 9;) {
    const more = numbersIn(sector(at));
    at = more.pop() ?? NO_SECTOR;
    lists.push(...more);
  }
  return lists.filter((at) => at < NO_SECTOR).flatMap((at) => numbersIn(sector(at)));
}

/** A stream by the first of some names that is there, undefined where none is. */
export function streamNamed(bytes: Uint8Array, names: readonly string[]): DataView | undefined {
  const header = viewOf(bytes);
  const size = 2 ** header.getUint16(30, true);
  const sector = (at: number) => bytes.subarray((at + 1) * size, (at + 2) * size);
  const next = followers(header, sector);
  const read = (first: number) => joined(chained(first, next), sector);
  const folder = read(header.getUint32(48, true));
  const entries = Array.from({ length: folder.length >> 7 }, (_, at) => {
    const entry = folder.subarray(at * 128, at * 128 + 128);
    const name = new TextDecoder('utf-16le').decode(entry.subarray(0, viewOf(entry).getUint16(64, true)));
    const [first = NO_SECTOR, length = 0] = numbersIn(entry.subarray(116, 124));
    return { name: name.replace(/\0$/, ''), first, length };
  });
  const found = entries.find(({ name }) => names.includes(name));
  if (!found) return undefined;
  if (found.length >= SMALL) return viewOf(read(found.first));
  const small = read(entries[0]?.first ?? NO_SECTOR);
  const smallNext = numbersIn(read(header.getUint32(60, true)));
  const part = (at: number) => small.subarray(at * SMALL_SECTOR, (at + 1) * SMALL_SECTOR);
  return viewOf(joined(chained(found.first, smallNext), part));
}
