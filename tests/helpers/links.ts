/** Every address that a page mentions, and where within the site it leads. */
import { attribute, type Built, type Element, type Page } from './dist.ts';

const ADDRESS_ATTRIBUTES = ['href', 'src', 'action', 'poster', 'data', 'formaction'];

const fromSet = (value: string | undefined): string[] =>
  (value ?? '').split(',').flatMap((part) => part.trim().split(/\s+/)[0] || []);

const fromStyle = (css: string): string[] =>
  [...css.matchAll(/url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)/g)].flatMap(
    (match) => match[1] ?? match[2] ?? [],
  );

const addressesOf = (element: Element): string[] => [
  ...ADDRESS_ATTRIBUTES.flatMap((name) => attribute(element, name) ?? []),
  ...fromSet(attribute(element, 'srcset')),
];

/** The addresses that a browser loads by itself with the page: scripts, styles, images, fonts, frames. */
export function loads(page: Page): string[] {
  return page.elements.flatMap((element) => {
    if (element.tagName === 'style')
      return element.childNodes.flatMap((node) => ('value' in node ? fromStyle(node.value) : []));
    if (element.tagName === 'a' || element.tagName === 'form') return [];
    if (element.tagName === 'link' && /canonical|alternate|license/.test(attribute(element, 'rel') ?? ''))
      return [];
    return addressesOf(element);
  });
}

/** The addresses that a reader can follow. */
export const follows = (page: Page): string[] =>
  page.elements.flatMap((element) => (/^(?:a|area|form)$/.test(element.tagName) ? addressesOf(element) : []));

/** True for an address that leads to another host. */
export const isForeign = (address: string): boolean => /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address);

/** True for an address that is no page: a telephone, a mail, data in the address itself. */
export const isNoPage = (address: string): boolean => /^(?:tel|mailto|data|sms|geo):/i.test(address);

const idsOf = (page: Page): Set<string> =>
  new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? []));

/** Says what is wrong with an address within the site; undefined when it leads somewhere. */
export function resolver(site: Built): (from: Page, address: string) => string | undefined {
  const ids = new Map(site.pages.map((page) => [page.path, idsOf(page)]));
  return (from, address) => {
    const url = new URL(address, `http://site${site.base}${from.path.slice(1)}`);
    if (!url.pathname.startsWith(site.base)) return `${address} 不在 ${site.base} 之下`;
    const path = `/${decodeURIComponent(url.pathname.slice(site.base.length))}`;
    const found = ids.get(path);
    if (!found) return site.files.has(path) ? undefined : `${address} 没有这一页`;
    const fragment = decodeURIComponent(url.hash.slice(1));
    return fragment === '' || found.has(fragment) ? undefined : `${address} 没有这个位置`;
  };
}
