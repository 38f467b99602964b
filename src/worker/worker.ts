/**
 * The service worker: pages that were seen, and the offices of one's county, are there without a signal. The network
 * is asked first, so nobody stays on old content; what the shelves do not name is left to the browser alone, whereabouts
 * and other hosts above all. `features.offline: false` in site.json publishes `retire.ts` in its place.
 */
import { cacheNames, setCacheNameDetails } from 'workbox-core';
import { enable } from 'workbox-navigation-preload';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import {
  type Shelf,
  SHELVES,
  shelfOf,
  storeOf,
  storesOf,
  type ToWorker,
  type Wanted,
} from '../domain/offline.ts';
import { paths } from '../domain/urls.ts';
import { tellAge } from './copies.ts';
import { forget } from './forget.ts';
import { keep } from './keep.ts';
import { addressOf, base, type Message, pathWithin, worker } from './scope.ts';
import { answering, forgetLimits } from './caches.ts';
import { dropWithdrawn } from './withdrawn.ts';

/** Written in by the build: the offline page and what it loads, with marks of their contents. */
declare const PRECACHE: { url: string; revision: string | null }[];

const shelves = Object.keys(SHELVES) as Shelf[];

setCacheNameDetails({ prefix: storesOf(base), precache: 'precache', suffix: '1' });
precacheAndRoute(PRECACHE);
enable();

function shelfFor(url: URL, request: Request): Shelf | undefined {
  const path = pathWithin(url);
  const shelf = path === undefined ? undefined : shelfOf(path);
  return (shelf === 'pages') === (request.mode === 'navigate') ? shelf : undefined;
}

for (const shelf of shelves)
  registerRoute(({ url, request }) => shelfFor(url, request) === shelf, answering[shelf]);

setCatchHandler(async ({ request }) => {
  const page = (request as Request).mode === 'navigate' && (await matchPrecache(addressOf(paths.offline)));
  return page || Response.error();
});

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('activate', (event) => {
  const used = [...shelves, 'marks' as const].map((shelf) => storeOf(base, shelf));
  const tidied = forget([...used, cacheNames.precache]);
  event.waitUntil(Promise.all([worker.clients.claim(), tidied, dropWithdrawn(Date.now())]));
});

async function keepUnlessWithdrawn(wanted: Wanted, event: Message): Promise<void> {
  await dropWithdrawn(Date.now());
  await keep(wanted, event);
}

async function forgetCopies({ ports }: Message): Promise<void> {
  await forget([cacheNames.precache]);
  await forgetLimits();
  ports[0]?.postMessage(true);
}

worker.addEventListener('message', (event) => {
  const said = event.data as ToWorker;
  if (said.ask === 'age') tellAge(event);
  else if (said.ask === 'keep') event.waitUntil(keepUnlessWithdrawn(said, event));
  else if (said.ask === 'forget') event.waitUntil(forgetCopies(event));
});
