/** The globals of a service worker, as far as they are used: the pages' types and the worker's do not fit into one program. */

export interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

export interface Message extends Lasting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
  readonly source: { readonly id?: string } | null;
}

interface Events {
  readonly install: Lasting;
  readonly activate: Lasting;
  readonly message: Message;
}

interface Scope {
  readonly registration: { readonly scope: string; readonly unregister: () => Promise<boolean> };
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly addEventListener: <Name extends keyof Events>(
    name: Name,
    listener: (event: Events[Name]) => void,
  ) => void;
}

export const worker = globalThis as unknown as Scope;

/** The path that the site is built for; begins and ends with a slash. */
export const base = new URL(worker.registration.scope).pathname;

/** A path below the base, from an address; undefined for another host or another site on this one. */
export function pathWithin(address: string | URL): string | undefined {
  const { origin, pathname } = new URL(address, worker.registration.scope);
  if (origin !== location.origin || !pathname.startsWith(base)) return undefined;
  return pathname.slice(base.length - 1);
}

/** The full address of a path below the base. */
export const addressOf = (path: string): string => new URL(base + path.slice(1), location.origin).href;
