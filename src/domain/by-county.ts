/** Pages that list every office of a city: above a size they hold totals, and each county has a page of its own. */

/**
 * The most offices that one page shows one by one. With the keyboard each is a stop, of which a page has at most 200
 * (tests/browser/disclosure.test.ts); a complete row of the matrix weighs 0.1 to 0.2 kB gzip, so that the page stays
 * well below 60 kB (tests/site/budget.test.ts).
 */
export const MOST_OFFICES = 150;

/** Whether the pages of a whole city hold totals only. A single county has nothing to go by. */
export const goesByCounty = ({
  counties,
  offices,
}: {
  readonly counties: readonly unknown[];
  readonly offices: readonly unknown[];
}): boolean => counties.length > 1 && offices.length > MOST_OFFICES;
