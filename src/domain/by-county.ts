/** Pages that list every office of a city: above a size they hold totals, and each county has a page of its own. */

/**
 * The most offices that one page shows one by one. In the matrix each is a stop of the keyboard, beside some forty of the
 * page and two a county: more, and there are over 200 (tests/browser/disclosure.test.ts). A complete row weighs 0.1 kB
 * (gzip) where all are alike, and the matrix 25 kB of the 60 that a page may weigh (tests/site/budget.test.ts).
 */
export const MOST_OFFICES = 135;

/** Whether the pages of a whole city hold totals only. A single county has nothing to go by. */
export const goesByCounty = ({
  counties,
  offices,
}: {
  readonly counties: readonly unknown[];
  readonly offices: readonly unknown[];
}): boolean => counties.length > 1 && offices.length > MOST_OFFICES;
