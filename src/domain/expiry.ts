/** True once the last day on which a notice holds is over: it stays, marked 已失效 (facts A3-11). */
export const hasExpired = (expires: string | undefined, today: string): boolean =>
  expires !== undefined && expires < today;
