import { rmSync } from 'node:fs';
import { workFolder } from './leftovers.ts';

/** Lends a temporary folder to one call, which may take its time, and takes it away again whatever happens. */
export function withWorkspace<T>(act: (folder: string) => T): T {
  const folder = workFolder('work');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  let result: T | undefined;
  try {
    result = act(folder);
  } catch (error) {
    remove();
    throw error;
  }
  if (result instanceof Promise) return result.finally(remove) as T;
  remove();
  return result;
}
