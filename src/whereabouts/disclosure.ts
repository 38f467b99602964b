import { join } from 'node:path';
import { fingerprint } from '../catalogue/revision.ts';
import type { WhereaboutsSource } from '../domain/whereabouts-coming.ts';
import { disclosureCsv } from '../exports/disclosure-csv.ts';
import { refreshDaily } from '../exports/disclosure-daily.ts';
import { disclosureJson, type DisclosureFile } from '../exports/disclosure.ts';
import { replaceFile } from '../command/aside.ts';

/** What a file says, without when the day was looked at. */
const said = ({ daily: _, ...rest }: DisclosureFile) => JSON.stringify(rest);

/** The published figures of disclosure, below a built site. */
export const DISCLOSURE_FILE = 'data/disclosure.json';

/** Renews the cells of the day in the published figures of disclosure: what they said before is `old`. */
export function refreshDisclosure(
  out: string,
  old: DisclosureFile,
  sources: readonly WhereaboutsSource[],
  now: Date,
): void {
  const fresh = refreshDaily(old, sources, { now, digest: fingerprint });
  if (said(fresh) === said(old)) return;
  replaceFile(join(out, DISCLOSURE_FILE), disclosureJson(fresh));
  replaceFile(join(out, 'data', 'disclosure.csv'), disclosureCsv(fresh));
}
