/** A file with something private or active in it: how it got there, what it is called, what it is made of. */
export interface Specimen {
  readonly title: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Why it is refused; without, the guard finds personal data in it and nothing else is wrong. */
  readonly says?: string | undefined;
}

/** Published test numbers, nobody's (facts F3, F4). */
export const MOBILE = '13800138000';
export const IDENTITY = '11010519491231002X';

/** Digits, one to a cell. */
export const each = (digits: string, cell: (digit: string) => string): string =>
  [...digits].map(cell).join('');

export const named =
  (name: string) =>
  (title: string, bytes: Uint8Array, says?: string): Specimen => ({ title, name, bytes, says });
