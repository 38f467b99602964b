/** Numbers that belong to nobody: published for tests of programs (facts F3–F5). Content must not carry them either. */
const VECTORS: readonly RegExp[] = [
  /^11010519491231002X$/,
  /^440524188001010014$/,
  /^13800138000$/,
  /^(?:4111111111111111|5555555555554444|378282246310005|6200000000000005|6205500000000000004)$/,
  // A year that has not come.
  /^\(2099\)/,
];

/** True for a number that programs may carry in their tests and documents. */
export const isTestVector = (value: string): boolean => VECTORS.some((vector) => vector.test(value));
