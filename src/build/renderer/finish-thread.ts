/** The thread that puts files in their place: `finishing.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { putInto } from '../pages.ts';
import type { Rendered, Where } from './finishing.ts';

const { folder, settings } = workerData as Where;
const put = putInto(folder, settings);

parentPort?.on('message', (rendered: Rendered | undefined) => {
  if (!rendered) return parentPort?.close();
  const { file, bytes } = rendered;
  parentPort?.postMessage([file, put(file, bytes)]);
});
