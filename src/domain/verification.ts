import { addDays } from './dates.ts';

/** Whether a group of facts was checked by a person recently enough (design §2.3). */
export type Verification =
  | { readonly state: 'verified'; readonly source: string; readonly on: string; readonly until: string }
  | { readonly state: 'overdue'; readonly source: string; readonly on: string; readonly since: string }
  | { readonly state: 'unverified'; readonly source: string };

export interface Provenance {
  readonly source: string;
  readonly verifiedOn?: string | undefined;
}

/**
 * Assesses a group's provenance on a day. A fact checked on day D with an interval of N days counts as
 * verified up to and including D + N, and as overdue from the day after.
 */
export function verify(provenance: Provenance, intervalDays: number, today: string): Verification {
  const { source, verifiedOn } = provenance;
  if (!verifiedOn) return { state: 'unverified', source };
  const until = addDays(verifiedOn, intervalDays);
  return today <= until
    ? { state: 'verified', source, on: verifiedOn, until }
    : { state: 'overdue', source, on: verifiedOn, since: addDays(until, 1) };
}
