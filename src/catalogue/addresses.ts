import { addressOf } from '../kinds.ts';
import { paths } from '../domain/urls.ts';
import { SAMPLES } from '../domain/samples.ts';
import type { Contents } from './contents.ts';

/** Every address that the site will have, without base: what a link in a text may point to. */
export function addressesOf({ entries, site }: Contents): ReadonlySet<string> {
  const shown = entries.filter(
    ({ names }) => site?.features.samples !== false || names['county'] !== SAMPLES,
  );
  return new Set([
    ...Object.values(paths).filter((path) => typeof path === 'string'),
    ...shown.flatMap(({ kind, names }) => addressOf(kind, names) ?? []),
  ]);
}
