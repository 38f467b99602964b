import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { all, attribute, broken, DIST, type Element, type Page, readSite } from '../helpers/dist.ts';

const { pages } = readSite(DIST);

const isPolicy = (one: Element) => attribute(one, 'http-equiv') === 'content-security-policy';
const policyOf = (page: Page) => all(page, 'meta').filter(isPolicy);
const textIn = (page: Page) => policyOf(page).map((one) => attribute(one, 'content') ?? '')[0] ?? '';

const written = (one: Element) => one.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
const isData = (one: Element) => /json/.test(attribute(one, 'type') ?? '');
const inPage = (page: Page) => [
  ...all(page, 'style'),
  ...all(page, 'script').filter((one) => attribute(one, 'src') === undefined && !isData(one)),
];
const hashOf = (one: Element) => `'sha256-${createHash('sha256').update(written(one)).digest('base64')}'`;

describe('the content security policy', () => {
  it('stands on every page once, before anything that it governs', () => {
    const wrong = (page: Page) => {
      const at = page.elements.findIndex(isPolicy);
      const first = page.elements.findIndex((one) => /^(?:style|script|link)$/.test(one.tagName));
      return policyOf(page).length === 1 && (first < 0 || at < first) ? [] : ['policy'];
    };
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('allows what stands in the page by its hash, and nothing unsafe', () => {
    const wrong = (page: Page) => [
      ...inPage(page)
        .filter((one) => !textIn(page).includes(hashOf(one)))
        .map((one) => `${one.tagName} without hash`),
      ...(/unsafe-(?:inline|eval|hashes)|\binline-/.test(textIn(page).replace('wasm-unsafe-eval', ''))
        ? ['unsafe']
        : []),
    ];
    expect(broken(pages, wrong)).toEqual([]);
  });

  it('names no other host unless the publisher configures one', () => {
    expect(broken(pages, (page) => textIn(page).match(/https?:\S+/g) ?? [])).toEqual([]);
  });
});
