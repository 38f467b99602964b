/** Remembers which pages were answered with a kept copy, so that they can say so. */
import type { WorkboxPlugin } from 'workbox-core/types.js';
import type { Lasting, Message } from './scope.ts';

/** The instant of the copy, by the page that it became. Gone when the browser lets the worker sleep: the page asks before. */
const shown = new Map<string, string>();

export const copies: WorkboxPlugin = {
  cachedResponseWillBeUsed: ({ cachedResponse, event }) => {
    // The page that a navigation is going to make.
    const { resultingClientId: page } = event as unknown as Lasting & { readonly resultingClientId?: string };
    const kept = cachedResponse?.headers.get('date');
    if (page && kept) shown.set(page, new Date(kept).toISOString());
    return Promise.resolve(cachedResponse);
  },
};

/** Answers a page that asks how old it is: an instant, or null when it came fresh from the site. */
export function tellAge({ source, ports }: Message): void {
  ports[0]?.postMessage(shown.get(source?.id ?? '') ?? null);
}
