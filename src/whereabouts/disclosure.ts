import { join } from 'node:path';
import { fingerprint } from '../catalogue/revision.ts';
import type { WhereaboutsSource } from '../domain/whereabouts-coming.ts';
import { disclosureCsv } from '../exports/disclosure-csv.ts';
import { refreshDaily } from '../exports/disclosure-daily.ts';
import { disclosureJson, type DisclosureFile } from '../exports/disclosure.ts';
import { replaceFile, textOf } from './atomic.ts';

/** What a file says, without when the day was looked at. */
const said = ({ daily: _, ...rest }: DisclosureFile) => JSON.stringify(rest);

/** Renews the cells of the day in the published figures of disclosure, where the site has them. */
export function refreshDisclosure(out: string, sources: readonly WhereaboutsSource[], now: Date): void {
  const file = join(out, 'data', 'disclosure.json');
  const text = textOf(file);
  if (text === undefined) return;
  const old = JSON.parse(text) as DisclosureFile;
  const fresh = refreshDaily(old, sources, { now, digest: fingerprint });
  if (said(fresh) === said(old)) return;
  replaceFile(file, disclosureJson(fresh));
  replaceFile(join(out, 'data', 'disclosure.csv'), disclosureCsv(fresh));
}
