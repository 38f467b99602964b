/** The thread that finishes pages: `finishing.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { finishPage } from '../pages.ts';
import type { Place, Rendered } from './finishing.ts';

const { folder, settings } = workerData as Place;

parentPort?.on('message', (rendered: Rendered | undefined) => {
  if (!rendered) return parentPort?.close();
  const { page, bytes } = rendered;
  parentPort?.postMessage([page, finishPage(folder, page, Buffer.from(bytes).toString('utf8'), settings)]);
});
