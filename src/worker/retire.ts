/**
 * Published in the worker's place when a site no longer wants one: takes over at once, forgets everything that was
 * kept and goes. Browsers look for a new worker at each visit, so every reader is rid of the old one by the next.
 */
import { forget } from './forget.ts';
import { worker } from './scope.ts';

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('activate', (event) => {
  event.waitUntil(forget().then(() => worker.registration.unregister()));
});
