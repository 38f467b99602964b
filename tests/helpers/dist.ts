/** The built site as the tests see it: every page read and parsed once, in a standards-conforming parser. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { ROOT } from '../../src/command/command.ts';
import { filesBelow, readRecord } from '../../src/build/stamp.ts';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export interface Page {
  /** The address below the base: `/offices/qianwei/`, or `/404.html`. */
  readonly path: string;
  readonly file: string;
  readonly html: string;
  /** Every element, in document order; parsed when somebody asks. */
  readonly elements: readonly Element[];
}

/** The value of an attribute, or undefined. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const childrenOf = (node: Node): readonly Node[] => [
  ...('childNodes' in node ? node.childNodes : []),
  ...('content' in node ? node.content.childNodes : []),
];

/** Every element below a node, in document order. */
export function* below(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    if ('tagName' in child) yield child;
    yield* below(child);
  }
}

const UNSEEN = new Set(['script', 'style', 'template']);

/** The text that a reader gets from a node, with white space folded. */
export function textOf(node: Node): string {
  const raw = (one: Node): string => {
    if ('value' in one) return one.value;
    if ('tagName' in one && UNSEEN.has(one.tagName)) return '';
    return 'childNodes' in one ? one.childNodes.map(raw).join('') : '';
  };
  return raw(node).replace(/\s+/g, ' ').trim();
}

/** The elements of a page with one of the tag names. */
export const all = (page: Page, ...tags: readonly string[]): Element[] =>
  page.elements.filter((element) => tags.includes(element.tagName));

/** The text of the whole page. */
export const bodyText = (page: Page): string => all(page, 'body').map(textOf).join('');

export interface Built {
  readonly folder: string;
  readonly base: string;
  readonly pages: readonly Page[];
  /** Every file below the folder, as addresses below the base. */
  readonly files: ReadonlySet<string>;
}

const addressOf = (folder: string, file: string) => `/${relative(folder, file).replaceAll('\\', '/')}`;

function readPage(folder: string, file: string): Page {
  const html = readFileSync(file, 'utf8');
  const path = addressOf(folder, file).replace(/index\.html$/, '');
  let elements: readonly Element[] | undefined;
  return {
    path,
    file,
    html,
    get elements() {
      return (elements ??= [...below(parse(html))]);
    },
  };
}

/** Reads a built site; `npm test` builds it first. */
export function readSite(folder: string): Built {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} 里没有网站，请运行 npm test。`);
  const files = filesBelow(folder);
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => readPage(folder, file));
  const base = readRecord(folder)?.base ?? '/';
  return { folder, base, pages, files: new Set(files.map((file) => addressOf(folder, file))) };
}

/** Where `npm test` builds the site, and the same site under a sub-path. */
export const DIST = join(ROOT, 'dist');
export const UNDER_PATH = join(ROOT, '.cache', 'under-path');

/** A promise kept by every page: one line per page that breaks it. */
export const broken = (pages: readonly Page[], wrong: (page: Page) => readonly string[]): string[] =>
  pages.flatMap((page) => wrong(page).map((what) => `${page.path}: ${what}`));

/** What is wrong on many pages, told once, with the number of pages and the first of them. */
export function gathered(findings: readonly { readonly path: string; readonly what: string }[]): string[] {
  const kinds = [...new Set(findings.map(({ what }) => what))];
  return kinds.map((kind) => {
    const paths = findings.filter(({ what }) => what === kind).map(({ path }) => path);
    return `${paths.length} 页（${paths[0]} 等）：${kind}`;
  });
}

const OFFICE = /^\/offices\/[\w-]+\/[\w-]+\/$/;
const COUNTY = /^\/offices\/[\w-]+\/$/;
const SAMPLE = /^\/samples\//;

export const isOffice = (page: Page): boolean => OFFICE.test(page.path);
export const isCounty = (page: Page): boolean => COUNTY.test(page.path);
export const isSample = (page: Page): boolean => SAMPLE.test(page.path);
export const isPoster = (page: Page): boolean => page.path.endsWith('/poster/');
/** Made to stand within other sites: nothing here leads to it. */
export const isEmbed = (page: Page): boolean => page.path.startsWith('/embed/');
