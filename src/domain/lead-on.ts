/** Where an address that goes leads from then on, so that nobody who kept it stands before nothing. */

/** An address that goes, and the page that its readers come to instead. */
export interface Lead {
  readonly from: string;
  readonly to: string;
}

/** Lists of an office's notices come and go with what there is to list. */
const LIST = /^\/offices\/[^/]+\/[^/]+\/affairs\/$/;
const DAY = /\/(\d{4}-\d{2}-\d{2})-[^/]+\/$/;

const above = (address: string): string => address.replace(/[^/]+\/$/, '');

/** The one new page beside it of the same day: a notice that was given another name. */
function renamed(gone: string, come: readonly string[]): string | undefined {
  const day = DAY.exec(gone)?.[1];
  const alike = come.filter((one) => above(one) === above(gone) && DAY.exec(one)?.[1] === day);
  return day !== undefined && alike.length === 1 ? alike[0] : undefined;
}

/** The nearest page above an address that is there. */
function nearest(gone: string, there: ReadonlySet<string>): string {
  for (let at = above(gone); at !== '/' && at !== ''; at = above(at))
    if (there.has(at) && !LIST.test(at)) return at;
  return '/';
}

/** For each address that is gone: the new page of the same day, else the page above it. `was` and `is` are all pages. */
export function leadsFor(gone: readonly string[], was: Iterable<string>, is: Iterable<string>): Lead[] {
  const [before, there] = [new Set(was), new Set(is)];
  const come = [...there].filter((address) => !before.has(address));
  return gone.map((from) => ({ from, to: renamed(from, come) ?? nearest(from, there) }));
}
