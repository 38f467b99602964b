/** One step of the way to a page; the last one is the page itself and carries no path. */
export interface Crumb {
  readonly name: string;
  readonly path?: string;
}
