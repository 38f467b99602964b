/** One page of every kind, and the pages with the longest words: where layouts break first. */
import type { Built, Page } from './dist.ts';

/** The kind of a page: its address with every name replaced. */
export const kindOf = ({ path }: Page): string => {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  return [first, ...rest.map(() => '…')].join('/') || 'home';
};

/** The words of the main heading, found without reading the whole page as the standard has it. */
const heading = ({ html }: Page) =>
  (/<h1[^>]*>([^]*?)<\/h1>/.exec(html)?.[1] ?? '').replaceAll(/<[^>]*>|\s+/g, '');

/** Of every kind of page the first, the one with the longest main heading, and the largest. */
export function telling(site: Built): Page[] {
  const kinds = [...new Set(site.pages.map(kindOf))];
  const chosen = kinds.flatMap((kind) => {
    const pages = site.pages.filter((page) => kindOf(page) === kind);
    return [
      ...pages.slice(0, 1),
      ...pages.toSorted((a, b) => heading(b).length - heading(a).length).slice(0, 1),
      ...pages.toSorted((a, b) => b.html.length - a.html.length).slice(0, 1),
    ];
  });
  return [...new Set(chosen)];
}

/** Of every kind of page the largest. */
export function largest(pages: readonly Page[]): Page[] {
  const bySize = pages.toSorted((a, b) => b.html.length - a.html.length);
  const kinds = [...new Set(pages.map(kindOf))];
  return kinds.flatMap((kind) => bySize.find((page) => kindOf(page) === kind) ?? []);
}
