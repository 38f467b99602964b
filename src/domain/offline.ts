/**
 * What the pages, the service worker and the build agree on about what a phone keeps for when there is no signal.
 * Whereabouts are never kept: yesterday's copy of who is in would pass for today's.
 */

/** Where each kind of file is kept, how many at most, and for how many days a copy may be shown. */
export const CACHES = {
  /** Pages as they were last seen. */
  pages: { most: 150, days: 60 },
  /** What the box 查找司法所 and the instant answers of the search need. */
  data: { most: 60, days: 60 },
  /** Scripts and styles: their names change with their contents. */
  assets: { most: 60, days: 180 },
  photos: { most: 30, days: 60 },
} as const;

export type CacheName = keyof typeof CACHES;

const KEPT_DATA = /^\/data\/(?:finder|search(?:\/asked)?)\/[\w-]+\.(?:json|gbk\.txt)$/;

/** The store for a path below the base; undefined for everything that only the network may answer. */
export function cacheOf(path: string): CacheName | undefined {
  if (path.startsWith('/_astro/')) return 'assets';
  if (path.startsWith('/photos/')) return 'photos';
  if (path.startsWith('/admin/')) return undefined;
  if (KEPT_DATA.test(path)) return 'data';
  return path.endsWith('/') || path.endsWith('.html') ? 'pages' : undefined;
}

/** One page has one place, however its address was written. */
export const placeOf = (path: string): string => path.replace(/(?:\/index\.html)$/, '/');

/** Begins the name of every store of this site; others below the same host have another base. */
export const storesOf = (base: string): string => `open-office:${base}:`;

/** Raised when kept copies of an older form can no longer be used. */
const FORM = 3;

export const storeOf = (base: string, cacheName: CacheName | 'marks'): string =>
  `${storesOf(base)}${cacheName}-${FORM}`;

/** Below the base. */
export const WORKER = '/sw.js';

/** In place of a county, before the reader has one: guides, and what finds the offices. */
export const NO_COUNTY = 'general';

/** What a phone keeps once an office of a county was looked at. */
export const countyListPath = (county: string): string => `/data/offline/${county}.json`;

export interface CountyList {
  /** Path below the base, and a mark that changes with its contents; in the order in which they are fetched. */
  readonly keep: readonly (readonly [path: string, mark: string])[];
}

/** The county whose office or county page a path is; undefined elsewhere. */
export const countyIn = (path: string): string | undefined => /^\/offices\/([\w-]+)\//.exec(path)?.[1];

/** What a page wants kept. */
export interface OfflineWish {
  /** The county whose offices the reader looks at, or `NO_COUNTY`; absent where the line or the reader's settings forbid it. */
  readonly county: string | undefined;
  /** Paths below the base of what came before the worker was there: what the page loaded, and the page. */
  readonly seen: readonly string[];
}

/**
 * What a page says to the worker: `age` is answered with the instant of the copy that the page is, or null for a fresh
 * one; `forget` is answered when nothing is kept any more.
 */
export type ToWorker = { readonly ask: 'age' | 'forget' } | ({ readonly ask: 'keep' } & OfflineWish);

/** Whether the site keeps pages on readers' phones: unless it is switched off. */
export const isKept = ({
  features,
}: {
  readonly features: { readonly offline?: boolean | undefined };
}): boolean => features.offline !== false;
