import { storesOf } from '../domain/offline.ts';
import { base } from './scope.ts';

/** Removes the stores of this site but those that are still used. Other sites on the same host keep theirs. */
export async function forget(used: readonly string[] = []): Promise<void> {
  const own = (await caches.keys()).filter((name) => name.startsWith(storesOf(base)));
  await Promise.all(own.filter((name) => !used.includes(name)).map((name) => caches.delete(name)));
}
