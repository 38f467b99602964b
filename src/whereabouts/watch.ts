import { type FSWatcher, watch } from 'node:fs';
import { untilStopped } from '../command/open.ts';

/** Several files saved together are one change. */
const QUIET = 200;
/** Looked at again even when nothing was heard: the day changes, and network drives tell nothing. */
const AGAIN = 30_000;

function listen(folder: string, heard: () => void): FSWatcher | undefined {
  try {
    return watch(folder, { recursive: true }, heard).on('error', () => undefined);
  } catch {
    return undefined;
  }
}

/** Runs `act` now, whenever something changes in a folder, and from time to time, until the process is to end. */
export async function whileWatching(folder: string, act: () => void): Promise<void> {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(quiet);
    quiet = setTimeout(act, QUIET);
  };
  const watcher = listen(folder, heard);
  const again = setInterval(act, AGAIN);
  act();
  await untilStopped();
  clearInterval(again);
  clearTimeout(quiet);
  watcher?.close();
}
