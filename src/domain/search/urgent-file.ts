/**
 * `data/search/urgent.gbk.txt`: the votes in a line of their own, a byte each, then everything else as JSON in GBK. The
 * votes are bytes that Chinese is made of: letters would be packed badly together with it.
 */
import { fromGbk, toGbk } from '../gbk.ts';
import type { UrgentIndex } from './urgent.ts';

export const URGENT_FILE = '/data/search/urgent.gbk.txt';

const END = 10;

/** The file as it is written. */
export function packUrgent({
  alarm: { weights, ...alarm },
  ...others
}: UrgentIndex): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...weights, END, ...toGbk(JSON.stringify({ alarm, ...others }))]);
}

/** The index from how it is written. */
export function unpackUrgent(bytes: Uint8Array): UrgentIndex {
  const end = bytes.indexOf(END);
  const { alarm, ...others } = JSON.parse(fromGbk(bytes.subarray(end + 1))) as UrgentIndex;
  return { alarm: { ...alarm, weights: [...bytes.subarray(0, end)] }, ...others };
}
