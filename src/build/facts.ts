/** What the steps after rendering need of a page, taken once: so that no step reads all pages again. */
import { markOf } from './offline/mark.ts';
import type { PageText } from './search/page-text.ts';

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
  /** What the full text holds of it; absent on pages that are not searched. */
  readonly searched?: PageText | undefined;
}

/** The facts of all pages by their files, from the site's root, in the order of these. */
export type SiteFacts = ReadonlyMap<string, PageFacts>;

const CANONICAL = /<link rel="canonical" href="([^"]+)"/;
const NOINDEX = /<meta name="robots" content="noindex"/;
const CHANGED = /<meta name="PubDate" content="(\d{4}-\d{2}-\d{2})/;
/** How a page names a bundled file. */
const BUNDLED = /_astro\/([\w.~-]+)/g;

/** The same value, with texts of its own: a part that is cut out of a page keeps the whole page in memory. */
const cutLoose = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The facts of a sealed page, beside what its text was taken for. */
export const factsOf = (html: string, taken: Pick<PageFacts, 'twin' | 'searched'>): PageFacts =>
  cutLoose({
    ...taken,
    ...(!NOINDEX.test(html) && { address: CANONICAL.exec(html)?.[1], changed: CHANGED.exec(html)?.[1] }),
    bundled: [...new Set([...html.matchAll(BUNDLED)].map(([, name = '']) => name))],
    mark: markOf(html),
  });
