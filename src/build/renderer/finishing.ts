/** Finishes pages and writes files in a thread of its own while the next ones are rendered. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PageFacts } from '../facts.ts';
import { putInto } from '../pages.ts';
import type { Settings } from '../settings.ts';

/** Where files go, and what pages are finished for. */
export interface Where {
  readonly folder: string;
  readonly settings: Settings;
}

/** A file as it was rendered. */
export interface Rendered {
  /** From the site's root. */
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Finishing {
  /** Has a file put in its place; its bytes are gone afterwards. Waits where too many are under way. */
  readonly add: (rendered: Rendered) => Promise<void>;
  /** Ends when every file is in its place; fails as putting it there failed. */
  readonly end: () => Promise<void>;
}

/** So many files are put there sooner than a thread has begun. */
const FEW = 40;
/** How many wait for the thread at most: they fill the memory. */
const MOST = 16;

/** Begins to put files in their place; `finished` hears the facts of each page. */
export function finishing(where: Where, finished: (page: string, facts: PageFacts) => void): Finishing {
  const put = putInto(where.folder, where.settings);
  let [sent, done] = [0, 0];
  let thread: { readonly worker: Worker; readonly ended: Promise<unknown> } | undefined;
  const isPut = (file: string, facts: PageFacts | undefined) => {
    done += 1;
    if (facts) finished(file, facts);
  };
  const begin = () => {
    const worker = new Worker(new URL('./finish-thread.ts', import.meta.url), {
      workerData: where,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    worker.on('message', ([file, facts]: [string, PageFacts | undefined]) => isPut(file, facts));
    const ended = once(worker, 'exit');
    // Whether it failed is asked at the end.
    ended.catch(() => undefined);
    return { worker, ended };
  };
  return {
    add: async (rendered) => {
      sent += 1;
      if (sent <= FEW) return isPut(rendered.file, put(rendered.file, rendered.bytes));
      const { worker, ended } = (thread ??= begin());
      worker.postMessage(rendered, [rendered.bytes.buffer]);
      if (sent - done > MOST) await Promise.race([once(worker, 'message'), ended]);
    },
    end: async () => {
      thread?.worker.postMessage(undefined);
      await thread?.ended;
    },
  };
}
