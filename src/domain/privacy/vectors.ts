/** Numbers that belong to nobody: published for tests of programs (facts F3–F5). Content must not carry them either. */
const VECTORS: readonly RegExp[] = [
  /^11010519491231002X$/,
  /^440524188001010014$/,
  // Born before 1900, with an order that nobody is given.
  /^\d{6}18\d{6}000[\dX]$/,
  // Service numbers of the carriers.
  /^(?:13800138000|13800100500|13800280500|13010112500)$/,
  /^(?:4111111111111111|4012888888881881|5555555555554444|5105105105105100|378282246310005|371449635398431|3530111333300000)$/,
  /^(?:6200000000000005|6200000000000047|6205500000000000004)$/,
  // A year that has not come, and a court that is none.
  /^[([〔【]?2099|^川1199/,
];

/** True for a number that programs may carry in their tests and documents. */
export const isTestVector = (value: string): boolean => VECTORS.some((vector) => vector.test(value));
