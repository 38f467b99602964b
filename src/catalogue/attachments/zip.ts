/** The files within a package (ZIP), and nothing besides: what no list names and what is told differently is refused. */
import { inflateRawSync } from 'node:zlib';
import { Refusal, refuse, type Budget } from './budget.ts';
import { beginsWith, latin } from './bytes.ts';

export interface ZipPart {
  readonly name: string;
  /** Its content; refused when it cannot be unpacked or is more than the budget has left. */
  readonly read: (budget: Budget) => Uint8Array;
}

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Sizes may stand once more behind a part. */
const LONGEST_GAP = 24;
/** More parts than any document has. */
const MAX_PARTS = 5000;
const MAX_UNPACKED = 64 * 1024 * 1024;

interface Place {
  readonly name: string;
  readonly method: number;
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

const broken = (): never => refuse('里面的文件对不上目录（可能改过、加了密码或没有传完）');

/** True for bytes that say to be a package. */
export const isPackage = (bytes: Uint8Array): boolean => beginsWith(bytes, 0x50, 0x4b, 3, 4);

/** The parts of a package in the order of its list. */
export function partsOf(bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const places = placesOf(bytes, view);
    return places.map(({ name, method, start, end }) => ({
      name,
      read: (budget) => unpack(bytes.subarray(start, end), method, budget),
    }));
  } catch (error) {
    if (error instanceof RangeError) return broken();
    throw error;
  }
}

/** Where the parts lie, one behind the other, from the first byte of the file to its list. */
function placesOf(bytes: Uint8Array, view: DataView): Place[] {
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) broken();
  const count = view.getUint16(end + 10, true);
  if (count > MAX_PARTS) refuse('这个文件里面的文件太多');
  const list = view.getUint32(end + 16, true);
  const places: Place[] = [];
  let at = list;
  for (let left = count; left > 0; left -= 1) {
    places.push(placeAt(bytes, view, at));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  let last = 0;
  for (const { from, end: stop } of places.toSorted((a, b) => a.from - b.from)) {
    if (from < last || from - last > (last ? LONGEST_GAP : 0)) broken();
    last = stop;
  }
  if (at !== end || list < last || list - last > LONGEST_GAP) broken();
  if (new Set(places.map(({ name }) => name.toLowerCase())).size < places.length) broken();
  return places;
}

function placeAt(bytes: Uint8Array, view: DataView, at: number): Place {
  const from = view.getUint32(at + 42, true);
  if (view.getUint32(at, true) !== ENTRY || view.getUint32(from, true) !== LOCAL) broken();
  const length = view.getUint16(at + 28, true);
  const name = latin(bytes.subarray(at + 46, at + 46 + length));
  const own = view.getUint16(from + 26, true);
  const isLocked = (view.getUint16(at + 8, true) & 0x2041) !== 0;
  if (isLocked || name !== latin(bytes.subarray(from + 30, from + 30 + own))) broken();
  const start = from + 30 + own + view.getUint16(from + 28, true);
  return {
    name,
    method: view.getUint16(at + 10, true),
    from,
    start,
    end: start + view.getUint32(at + 20, true),
  };
}

/** Nothing may stand behind the end of what was packed. */
function unpack(packed: Uint8Array, method: number, budget: Budget): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) broken();
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: MAX_UNPACKED,
      info: true,
    }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    budget.spend(buffer.length);
    if (engine.bytesWritten === packed.length) return buffer;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') refuse('这个文件解开后太大，无法检查');
  }
  return broken();
}
