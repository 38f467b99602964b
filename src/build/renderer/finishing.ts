/** Finishes pages in a thread of its own while the next ones are rendered. */
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PageFacts } from '../facts.ts';
import { finishPage } from '../pages.ts';
import type { Settings } from '../settings.ts';

/** Where pages go, and what they are finished for. */
export interface Place {
  readonly folder: string;
  readonly settings: Settings;
}

/** A page as it was rendered. */
export interface Rendered {
  readonly page: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Finishing {
  /** Has a page finished; its bytes are gone afterwards. Waits where too many are under way. */
  readonly add: (rendered: Rendered) => Promise<void>;
  /** Ends when every page is finished; fails as finishing failed. */
  readonly end: () => Promise<void>;
}

/** So many pages are finished sooner than a thread has begun. */
const FEW = 40;
/** How many pages wait for the thread at most: they fill the memory. */
const MOST = 64;

/** Begins to finish pages; `finished` hears the facts of each. */
export function finishing(place: Place, finished: (page: string, facts: PageFacts) => void): Finishing {
  const { folder, settings } = place;
  let [sent, done] = [0, 0];
  let thread: { readonly worker: Worker; readonly ended: Promise<unknown> } | undefined;
  const begin = () => {
    const worker = new Worker(new URL('./finish-thread.ts', import.meta.url), { workerData: place });
    worker.on('message', ([page, facts]: [string, PageFacts]) => {
      done += 1;
      finished(page, facts);
    });
    const ended = once(worker, 'exit');
    // It is waited for at the end.
    ended.catch(() => undefined);
    return { worker, ended };
  };
  return {
    add: async ({ page, bytes }) => {
      mkdirSync(dirname(join(folder, page)), { recursive: true });
      sent += 1;
      if (sent <= FEW) {
        done += 1;
        return finished(page, finishPage(folder, page, Buffer.from(bytes).toString('utf8'), settings));
      }
      const { worker, ended } = (thread ??= begin());
      worker.postMessage({ page, bytes } satisfies Rendered, [bytes.buffer]);
      if (sent - done > MOST) await Promise.race([once(worker, 'message'), ended]);
    },
    end: async () => {
      thread?.worker.postMessage(undefined);
      await thread?.ended;
    },
  };
}
