/** The files for others, each made once a build: the page that documents them also weighs them. */
import { buildInstant, catalogue, history } from '../catalogue/current.ts';
import { fingerprint, namedUuid } from '../catalogue/revision.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { once } from '../domain/reads.ts';
import { addressWithin, withBase } from '../domain/urls.ts';
import type { Export } from '../exports/context.ts';
import { exportsOf } from '../exports/table.ts';

let made: { readonly of: Catalogue; readonly files: () => readonly Export[] } | undefined;

/** Every file of the catalogue of exports for the site that is being built. */
export function siteExports(): readonly Export[] {
  const of = catalogue();
  if (made?.of === of) return made.files();
  const base = import.meta.env.BASE_URL;
  const site = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;
  const context = {
    address: addressWithin(base, site),
    within: (path: string) => withBase(base, path),
    digest: fingerprint,
    uuid: (name: string) => namedUuid(`${of.site.city.code}${name}`),
    now: buildInstant(),
    history: history(),
  };
  made = { of, files: once(() => exportsOf(of, context), new Set()) };
  return made.files();
}
