/**
 * The service worker: pages that were seen, and the offices of one's county, are there without a signal. The network
 * is asked first, so nobody stays on old content; what the caches do not name is left to the browser alone, whereabouts
 * and other hosts above all. `features.offline: false` in site.json publishes `retire.ts` in its place.
 */
import { cacheNames as workboxNames, setCacheNameDetails } from 'workbox-core';
import { enable } from 'workbox-navigation-preload';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CACHES, cacheOf, storeOf, storesOf } from '../domain/offline.ts';
import type { CacheName, ToWorker, OfflineWish } from '../domain/offline.ts';
import { paths } from '../domain/urls.ts';
import { tellAge } from './copies.ts';
import { forget } from './forget.ts';
import { keep } from './keep.ts';
import { addressOf, base, type Message, pathWithin, worker } from './scope.ts';
import { answering, forgetLimits } from './caches.ts';
import { dropWithdrawn } from './withdrawn.ts';

/** Written in by the build: the offline page and what it loads, with marks of their contents. */
declare const PRECACHE: { url: string; revision: string | null }[];

const cacheNames = Object.keys(CACHES) as CacheName[];

setCacheNameDetails({ prefix: storesOf(base), precache: 'precache', suffix: '1' });
precacheAndRoute(PRECACHE);
enable();

function cacheFor(url: URL, request: Request): CacheName | undefined {
  const path = pathWithin(url);
  const cacheName = path === undefined ? undefined : cacheOf(path);
  return (cacheName === 'pages') === (request.mode === 'navigate') ? cacheName : undefined;
}

for (const cacheName of cacheNames)
  registerRoute(({ url, request }) => cacheFor(url, request) === cacheName, answering[cacheName]);

setCatchHandler(async ({ request }) => {
  const page = (request as Request).mode === 'navigate' && (await matchPrecache(addressOf(paths.offline)));
  return page || Response.error();
});

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('activate', (event) => {
  const used = [...cacheNames, 'marks' as const].map((cacheName) => storeOf(base, cacheName));
  const tidied = forget([...used, workboxNames.precache]);
  event.waitUntil(Promise.all([worker.clients.claim(), tidied, dropWithdrawn(Date.now())]));
});

async function keepUnlessWithdrawn(wanted: OfflineWish, event: Message): Promise<void> {
  await dropWithdrawn(Date.now());
  await keep(wanted, event);
}

async function forgetCopies({ ports }: Message): Promise<void> {
  await forget([workboxNames.precache]);
  await forgetLimits();
  ports[0]?.postMessage(true);
}

worker.addEventListener('message', (event) => {
  const said = event.data as ToWorker;
  if (said.ask === 'age') tellAge(event);
  else if (said.ask === 'keep') event.waitUntil(keepUnlessWithdrawn(said, event));
  else if (said.ask === 'forget') event.waitUntil(forgetCopies(event));
});
