/** What the steps after rendering need of a page, taken once: so that no step reads all pages again. */
import { hash } from 'node:crypto';
import { markOf } from './offline/mark.ts';

export interface PageFacts {
  /** Whether a Markdown twin stands beside it. */
  readonly twin: boolean;
  /** By its own address, where it wants to be listed. */
  readonly address?: string | undefined;
  /** The author's date. */
  readonly changed?: string | undefined;
  /** Names of the bundled files that it asks for, in the order of first mention. */
  readonly bundled: readonly string[];
  /** Changes with what it says. */
  readonly mark: string;
  /** Changes with what the full text holds of it; absent on pages that are not searched. */
  readonly searched?: string | undefined;
}

/** The facts of all pages by their files, from the site's root, in the order of these. */
export type Facts = ReadonlyMap<string, PageFacts>;

const CANONICAL = /<link rel="canonical" href="([^"]+)"/;
const NOINDEX = /<meta name="robots" content="noindex"/;
const CHANGED = /<meta name="PubDate" content="(\d{4}-\d{2}-\d{2})/;
/** How a page names a bundled file. */
const BUNDLED = /_astro\/([\w.~-]+)/g;
const SEARCHED = /<meta name="search-kind"/;
/** What no reader reads. */
const UNREAD = /<(style|script)\b[^>]*>[^]*?<\/\1>/g;

/** The facts of a sealed page. */
export const factsOf = (html: string, twin: boolean): PageFacts => ({
  twin,
  ...(!NOINDEX.test(html) && { address: CANONICAL.exec(html)?.[1], changed: CHANGED.exec(html)?.[1] }),
  bundled: [...new Set([...html.matchAll(BUNDLED)].map(([, name = '']) => name))],
  mark: markOf(html),
  ...(SEARCHED.test(html) && { searched: hash('sha1', html.replace(UNREAD, ''), 'base64') }),
});
