import type { Contents } from '../contents.ts';
import { textAt } from '../loose.ts';

/** The addresses that offices and bureaus publish as their own: no homes, wherever they are repeated. */
export const addressesIn = ({ all }: Contents): string[] =>
  all.counties
    .flatMap(({ county, offices }) => [
      textAt(county?.raw, ['bureau', 'address']) ?? [],
      ...offices.flatMap(({ office }) => textAt(office?.raw, ['place', 'address']) ?? []),
    ])
    .flat();
