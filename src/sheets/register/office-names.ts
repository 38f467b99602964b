/** The names that people use for an office: 罗城司法所, 罗城所, 犍为县司法局罗城司法所. */
import { bare } from '../cell-text.ts';

const TOWNSHIP = /(?:(?:[一-龥]{1,4}族)?(?:镇|乡)|街道(?:办事处)?|街办)$/;

const without = (text: string, heads: readonly string[]): string => {
  const head = heads
    .filter((one) => one !== '' && text.startsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  return head === undefined ? text : text.slice(head.length);
};

/** The county without its kind: 犍为 of 犍为县; its full name where nothing much would be left. */
const countyStem = (county: string) => {
  const stem = county.replace(/(?:[一-龥]{1,4}族)?(?:自治县|县|市|区)$/, '');
  return stem.length < 2 ? county : stem;
};

/**
 * What is left of an office's name when all that offices have in common is gone: 示例 of 示例县司法局罗城镇司法所.
 * Empty where nothing is left.
 */
export function nameStem(name: string, county: string): string {
  const plain = bare(name);
  const full = bare(county);
  const stem = countyStem(full);
  const inner = without(plain, [`${full}司法局`, `${stem}司法局`, full, '司法局']);
  const rest = inner.replace(/(?:基层)?司法所$|所$/, '');
  const short = rest.replace(TOWNSHIP, '');
  const own = short || rest;
  return own.startsWith(stem) && own.length > stem.length + 1 ? own.slice(stem.length) : own;
}
