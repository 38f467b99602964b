/** What every web server must be told about the site: one table, from which each server's configuration is written. */
import { ATTACHMENT_TYPES } from '../../domain/attachment-types.ts';

/** What a server's configuration is written for. */
export interface Hosting {
  /** Begins and ends with a slash. */
  readonly base: string;
  /** The folder on the server that holds the site, without a slash at its end. */
  readonly root: string;
  /** Addresses that moved, without base, each with a slash at both ends. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  /** Addresses that were taken down and at which nothing stands any more, without base. */
  readonly gone: readonly string[];
  /** Folders without a page of their own, each with a slash at its end: they are listed to nobody. */
  readonly unpaged: readonly { readonly folder: string; readonly pagesBelow: boolean }[];
}

/** Ends the name of an empty file that stands for an address that was taken down: servers look for it and answer 410. */
export const GONE = '.gone';

/** Where the examples suppose the site to lie; `npm run publish` keeps `current` there. */
export const USUAL_ROOT = '/srv/open-office/current';

/**
 * Goes with every answer. The page's own policy names what it may load; `frame-ancestors` is heard from the server
 * only, and `X-Frame-Options` says the same to older browsers.
 */
export const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', "frame-ancestors 'self'"],
  ['X-Frame-Options', 'SAMEORIGIN'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()'],
];

/** A folder below the site, and what goes with its answers beside, or instead of, the rest. */
export interface Exempt {
  readonly folder: string;
  readonly without: readonly string[];
  readonly more: typeof HEADERS;
}

/** Cards that other sites may show within their pages; data that scripts of other sites may read. Nothing else. */
export const EXEMPT: readonly Exempt[] = [
  { folder: 'embed', without: ['Content-Security-Policy', 'X-Frame-Options'], more: [] },
  { folder: 'data', without: [], more: [['Access-Control-Allow-Origin', '*']] },
];

/** What goes with every answer from such a folder. */
export const headersOf = ({ without, more }: Exempt): typeof HEADERS => [
  ...HEADERS.filter(([name]) => !without.includes(name)),
  ...more,
];

/** Kept by the reader, but asked after each time; an unchanged file is answered without being sent. */
export const ASKED_EACH_TIME = 'no-cache';

/** Kept for a year: the name changes with the bytes. */
export const KEPT = 'public, max-age=31536000, immutable';

/** Folders below the site whose files are named by what is in them. */
export const HASHED = ['_astro', 'photos', 'pagefind/fragment', 'pagefind/index', 'pagefind/filter'] as const;

const UTF8 = '; charset=utf-8';

/** MIME types by ending, with the encoding where it is text. Servers know some by themselves, none knows all. */
export const MIME_TYPES: Readonly<Record<string, string>> = {
  html: `text/html${UTF8}`,
  css: `text/css${UTF8}`,
  js: `text/javascript${UTF8}`,
  mjs: `text/javascript${UTF8}`,
  json: `application/json${UTF8}`,
  map: `application/json${UTF8}`,
  jsonld: `application/ld+json${UTF8}`,
  geojson: `application/geo+json${UTF8}`,
  webmanifest: `application/manifest+json${UTF8}`,
  xml: `application/xml${UTF8}`,
  atom: `application/atom+xml${UTF8}`,
  svg: `image/svg+xml${UTF8}`,
  ics: `text/calendar${UTF8}`,
  vcf: `text/vcard${UTF8}`,
  ...Object.fromEntries(Object.entries(ATTACHMENT_TYPES).map(([ending, { mime }]) => [ending, mime])),
  md: `text/plain${UTF8}`,
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  zip: 'application/zip',
  pagefind: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_filter: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
};

/** Each type with the endings of its files: servers are told so. */
export const endingsByType = (): ReadonlyMap<string, readonly string[]> => {
  const types = [...new Set(Object.values(MIME_TYPES))];
  return new Map(
    types.map((type) => [type, Object.keys(MIME_TYPES).filter((ending) => MIME_TYPES[ending] === type)]),
  );
};

/** The type of a file by its name. */
export const mimeOf = (name: string): string =>
  MIME_TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ''] ?? 'application/octet-stream';

/** Text that becomes much smaller when it is compressed. */
export const COMPRESSED_ENDINGS: readonly string[] = [
  ...Object.keys(MIME_TYPES).filter((ending) => MIME_TYPES[ending]?.endsWith(UTF8)),
  'wasm',
];

/** The types of those, without the encoding. */
export const COMPRESSED_TYPES: readonly string[] = [
  ...new Set(COMPRESSED_ENDINGS.map((ending) => (MIME_TYPES[ending] ?? '').replace(UTF8, ''))),
];

/** What the servers themselves read and nobody else should. */
export const SERVER_FILES = ['.htaccess', 'web.config'] as const;

/** Characters that mean something in an expression, as themselves. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
