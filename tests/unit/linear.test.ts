/** Twice the offices are twice the work, not four times: held by counting what is read of them, not by the clock. */
import { describe, expect, it } from 'vitest';
import type { Catalogue, County, Office } from '../../src/catalogue/types.ts';
import { disclosureView } from '../../src/views/disclosure.ts';
import { assessCatalogue } from '../../src/domain/disclosure/assess.ts';
import { historyView } from '../../src/views/history/page.ts';
import { mapView } from '../../src/views/map.ts';
import { officeView } from '../../src/views/office.ts';
import { aContent } from '../helpers/content.ts';
import { filesOf } from '../helpers/exports.ts';
import { aHistory } from '../helpers/history.ts';

const NOW = new Date('2026-11-24T02:00:00Z');
const TODAY = '2026-11-24';
const OFFICES_A_COUNTY = 5;

const small = aContent().catalogue as Catalogue;
const [county] = small.counties as [County];

/** A city of so many counties like the first of the small city; `reads` counts what is asked of its offices. */
function cityOf(counties: number) {
  const count = { reads: 0 };
  const officeOf = (slug: string, at: number, own: County): Office => {
    const from = county.offices[at % county.offices.length] as Office;
    const office = { ...from, id: `${slug}/suo${at}`, slug: `suo${at}`, county: own };
    return new Proxy(office, {
      get: (target, key) => {
        count.reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  };
  const all = Array.from({ length: counties }, (_, number): County => {
    const slug = `xian${number}`;
    const own = { ...county, slug, offices: [] as Office[] };
    own.offices.push(...Array.from({ length: OFFICES_A_COUNTY }, (__, at) => officeOf(slug, at, own)));
    return own;
  });
  const catalogue: Catalogue = { ...small, counties: all, offices: all.flatMap(({ offices }) => offices) };
  return { catalogue, count };
}

/** How often offices are asked for something while `make` makes all of a city of so many counties. */
function readsIn(counties: number, make: (catalogue: Catalogue) => void): number {
  const { catalogue, count } = cityOf(counties);
  make(catalogue);
  return count.reads;
}

const WORK: Readonly<Record<string, (catalogue: Catalogue) => void>> = {
  'every file for others': (catalogue) => {
    for (const file of filesOf(catalogue, NOW).values()) file.build();
  },
  'what every office’s page says': (catalogue) => {
    for (const office of catalogue.offices) officeView(office, catalogue, TODAY);
  },
  'what every office’s history says': (catalogue) => {
    const history = aHistory(catalogue);
    for (const office of catalogue.offices) historyView(office, catalogue, history);
  },
  'the matrix and the map of every county': (catalogue) => {
    for (const one of catalogue.counties) {
      disclosureView(assessCatalogue(catalogue, NOW, [one]));
      mapView(catalogue, '', [one]);
    }
  },
};

describe('a city of twice as many offices', () => {
  it.each(Object.entries(WORK))('%s: is read twice as often', (_, make) => {
    const [half, whole] = [readsIn(8, make), readsIn(16, make)];
    expect(half).toBeGreaterThan(0);
    expect(whole / half).toBeLessThan(2.01);
  });
});
