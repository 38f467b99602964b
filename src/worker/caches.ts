import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration';
import { CacheFirst, NetworkFirst, Strategy, type StrategyHandler } from 'workbox-strategies';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { placeOf, type CacheName, CACHES, storeOf } from '../domain/offline.ts';
import { copies } from './copies.ts';
import { base } from './scope.ts';

/** A kept page is shown after this many seconds of silence; it is renewed all the same when the answer comes. */
const PATIENCE = 3;
const DAY = 86_400;

const placeOn = (address: string) => {
  const { origin, pathname } = new URL(address);
  return origin + placeOf(pathname);
};

/** `/search/?q=…` is one page, and `…/index.html` the one of its folder. */
const onePlace: WorkboxPlugin = {
  cacheKeyWillBeUsed: ({ request }) => Promise.resolve(placeOn(request.url)),
};

const GONE = new Set([404, 410]);

/** Only whole answers of the site itself are kept, redirects and errors never; what is gone from the site is forgotten. */
const onlyWhole = (cacheName: CacheName): WorkboxPlugin => ({
  cacheWillUpdate: async ({ request, response }) => {
    if (GONE.has(response.status)) {
      const store = await caches.open(storeOf(base, cacheName));
      await store.delete(placeOn(request.url));
    }
    return response.status === 200 && response.type === 'basic' ? response : null;
  },
});

const limits = Object.fromEntries(
  Object.entries(CACHES).map(([cacheName, { most, days }]) => [
    cacheName,
    new ExpirationPlugin({ maxEntries: most, maxAgeSeconds: days * DAY, purgeOnQuotaError: true }),
  ]),
) as Record<CacheName, ExpirationPlugin>;

/** Forgets what the limits remember of the copies, once these are gone. */
export const forgetLimits = (): Promise<unknown> =>
  Promise.all(
    Object.entries(CACHES).map(([cacheName, { most }]) =>
      new CacheExpiration(storeOf(base, cacheName as CacheName), { maxEntries: most }).delete(),
    ),
  );

const stored = (cacheName: CacheName, ...more: WorkboxPlugin[]) => ({
  cacheName: storeOf(base, cacheName),
  plugins: [onlyWhole(cacheName), limits[cacheName] as WorkboxPlugin, ...more],
});

/** The network first; the copy where it is silent or the server is in trouble. */
class Fresh extends NetworkFirst {
  override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const answer = await super._handle(request, handler);
    return answer.status < 500 ? answer : ((await handler.cacheMatch(request)) ?? answer);
  }
}

/** Fetches and keeps, without asking what is there. */
class Fetching extends Strategy {
  override _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    return handler.fetchAndCachePut(request);
  }
}

const named = {
  assets: new CacheFirst(stored('assets')),
  photos: new CacheFirst(stored('photos')),
};

/** How a request is answered: what has a name of its own contents from the shelf, everything else from the network first. */
export const answering: Readonly<Record<CacheName, Strategy>> = {
  ...named,
  // Behind the limits, which refuse what is too old, a page that is a copy is told so.
  pages: new Fresh({ ...stored('pages', onePlace, copies), networkTimeoutSeconds: PATIENCE }),
  data: new Fresh({ ...stored('data'), networkTimeoutSeconds: PATIENCE }),
};

/** How something is fetched ahead of its use. */
export const keeping: Readonly<Record<CacheName, Strategy>> = {
  ...named,
  pages: new Fetching(stored('pages', onePlace)),
  data: new Fetching(stored('data')),
};
