/** Who serves which village: an office names whole townships (9 digits) or single villages (12 digits). */

interface Claim {
  /** The office's id. */
  readonly office: string;
  readonly codes: readonly string[];
}

/**
 * The offices that serve each village, in the order of the claims. A village that some office names itself
 * is served by the offices that name it, not by those that only name its township.
 */
export function coverageOf(
  villages: readonly { readonly code: string; readonly township: string }[],
  claims: readonly Claim[],
): ReadonlyMap<string, readonly string[]> {
  const claimants = new Map<string, string[]>();
  for (const claim of claims)
    for (const code of new Set(claim.codes))
      claimants.set(code, [...(claimants.get(code) ?? []), claim.office]);
  return new Map(
    villages.map(({ code, township }) => [code, claimants.get(code) ?? claimants.get(township) ?? []]),
  );
}
