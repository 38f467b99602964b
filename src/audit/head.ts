/** What a page says of itself and where it leads. */
import { attributeOf, type HtmlElement } from '../build/twins/tree.ts';
import { fold, textOf, type PageLine } from './tree.ts';

/** Its tags by their names in small letters. */
export function metaOf(elements: readonly HtmlElement[]): Map<string, string> {
  const tags = elements.filter(({ tagName }) => tagName === 'meta');
  return new Map(
    tags.map((tag) => [
      (attributeOf(tag, 'name') ?? attributeOf(tag, 'http-equiv') ?? '').toLowerCase(),
      fold(attributeOf(tag, 'content') ?? ''),
    ]),
  );
}

const FORWARD = /url\s*=\s*["']?([^"'>\s]+)/i;

/** Links, frames, pictures and what it forwards to. */
export const linksOf = (elements: readonly HtmlElement[]) =>
  elements.flatMap((element) => {
    const { tagName } = element;
    const picture = tagName === 'img';
    const to = /^(?:a|area)$/.test(tagName)
      ? attributeOf(element, 'href')
      : /^(?:img|i?frame)$/.test(tagName)
        ? attributeOf(element, 'src')
        : tagName === 'meta' && FORWARD.exec(attributeOf(element, 'content') ?? '')?.[1];
    if (!to) return [];
    const words = picture ? (attributeOf(element, 'alt') ?? '') : fold(textOf(element));
    return [{ to, words, ...(picture && { picture }) }];
  });

/** What names every page of a site alike. */
const SITE = /(?:司法局|政府|网|网站|平台)$/;

/** What a page is about: as its article is called, its first main heading, its title, any heading. */
export function titleOf(
  elements: readonly HtmlElement[],
  meta: ReadonlyMap<string, string>,
  lines: readonly PageLine[],
): string {
  const texts = (name: string) =>
    elements.filter(({ tagName }) => tagName === name).map((element) => fold(textOf(element)));
  const [title = ''] = texts('title');
  const heading = lines.find(({ kind }) => kind === 'heading')?.text ?? '';
  const names = [
    meta.get('articletitle') ?? '',
    ...texts('h1'),
    title.split(/[-_|—–]/)[0]?.trim() ?? '',
    heading,
  ];
  return names.find((name) => name && !SITE.test(name)) ?? heading;
}
