/** How long the four disclosures of a city take to work out, and of as many offices as a country has. */
import { loadContent } from '../catalogue/load.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { assessCatalogue } from '../domain/disclosure/assess.ts';
import { buildInstant } from '../build/settings.ts';

/** Township judicial offices of the country, in round figures. */
const COUNTRY = 40_000;

/** The same offices over and over, the complete samples among them, until there are as many as asked for. */
function multiplied(catalogue: Catalogue, count: number): Catalogue {
  const [county] = catalogue.counties;
  const some = [...catalogue.offices, ...catalogue.samples];
  const offices = Array.from({ length: count }, (_, at) => some[at % some.length]).flatMap(
    (one) => one ?? [],
  );
  return county ? { ...catalogue, counties: [{ ...county, offices }] } : catalogue;
}

function milliseconds(catalogue: Catalogue, now: Date): number {
  const start = performance.now();
  assessCatalogue(catalogue, now);
  return performance.now() - start;
}

/** One line that tells both. */
export function timeDisclosure(content: string): string {
  const now = buildInstant(process.env);
  const { catalogue } = loadContent(content, { today: dateInShanghai(now) });
  if (!catalogue) return '四公开：内容有错误，没有测量';
  milliseconds(catalogue, now);
  const city = milliseconds(catalogue, now);
  const country = milliseconds(multiplied(catalogue, COUNTRY), now);
  return `四公开：${catalogue.offices.length} 个所 ${city.toFixed(1)} 毫秒，${COUNTRY.toLocaleString('en')} 个所 ${(country / 1000).toFixed(2)} 秒`;
}
