import type { Fault } from '../../domain/problems.ts';

/** Thrown by whatever reads a file, with what to tell the person who put it there: what is not understood is refused. */
export class Refusal extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

const AGAIN = '用办公软件打开，重新“另存为”，或导出 PDF，再替换这个文件';

/** Refuses a file: what is wrong with it, and what to do unless it is to save it again. */
export function refuse(message: string, remedy = AGAIN): never {
  throw new Refusal({ message, remedy });
}

/** Steps for each byte of a file: packed fifty times smaller, each character gone over a few times. */
const PER_BYTE = 200;
/** What even the smallest file may take. */
const LEAST = 32_000_000;
/** What no file may take: some seconds. */
const MOST = 200_000_000;

/**
 * How much work reading a file may be, in characters gone over. Readers pay for every search before they rely on
 * it, so that no file takes longer than its size allows, however it is made.
 */
export class Budget {
  spent = 0;
  readonly limit: number;

  constructor(size: number) {
    this.limit = Math.min(MOST, LEAST + size * PER_BYTE);
  }

  spend(steps: number): void {
    this.spent += steps;
    if (this.spent > this.limit) refuse('这个文件太复杂，或者解开后太大，无法检查');
  }

  /** Where a text next stands, paid for by the way there; −1 without. */
  find(text: string, wanted: string, from: number): number {
    const at = text.indexOf(wanted, from);
    this.spend((at < 0 ? text.length : at) - from + 1);
    return at;
  }
}
