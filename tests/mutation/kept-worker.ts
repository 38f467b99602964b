/** A pool for Vitest whose one thread outlives a run: what a mutant needs is loaded already, all but its tests. */
import type { PoolOptions, TestProject, TestSpecification, WorkerRequest } from 'vitest/node';
import { BaseSequencer, ThreadsPoolWorker } from 'vitest/node';

/** Vitest starts and stops a worker for every run; this one takes the first start and no stop. */
class KeptWorker extends ThreadsPoolWorker {
  override readonly name = 'kept';
  readonly #listeners = new Map<string, Set<(message: unknown) => void>>();
  #started: Promise<void> | undefined;
  #isSet = false;

  override start(): Promise<void> {
    this.#started ??= super.start();
    return this.#started;
  }

  override async stop(): Promise<void> {
    for (const [event, listeners] of this.#listeners)
      for (const listener of listeners) super.off(event, listener);
    this.#listeners.clear();
  }

  override on(event: string, listener: (message: unknown) => void): void {
    this.#listeners.set(event, (this.#listeners.get(event) ?? new Set()).add(listener));
    super.on(event, listener);
  }

  override send(message: WorkerRequest): void {
    const answer = 'type' in message && this.#answerTo(message.type);
    if (!answer) return super.send(message);
    for (const listener of this.#listeners.get('message') ?? [])
      listener({ type: answer, __vitest_worker_response__: true });
  }

  #answerTo(type: string): string | undefined {
    if (type === 'stop') return 'stopped';
    if (type === 'start' && this.#isSet) return 'started';
    if (type === 'start') this.#isSet = true;
    return undefined;
  }
}

let kept: KeptWorker | undefined;

/** A Vite plugin that gives the tests to the kept worker. */
export const keepWorker = {
  name: 'kept-worker',
  configureVitest({ project }: { readonly project: TestProject }): void {
    project.config.pool = 'kept';
    project.config.poolRunner = {
      name: 'kept',
      createPoolWorker: (options: PoolOptions) => (kept ??= new KeptWorker(options)),
    };
  },
};

/** A mutant is done with at the first test that fails: that of its neighbour most likely, or else a short one. */
export class LikeliestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const shortestFirst = (await super.sort(files)).reverse();
    const hasFailed = (file: TestSpecification) => this.ctx.cache.getTestSpecificationResult(file)?.failed;
    return [...shortestFirst.filter(hasFailed), ...shortestFirst.filter((file) => !hasFailed(file))];
  }
}
