/** Makes the box of a region known to the element that waits for it. */
import { findInRegion, type FoundThere } from '../../domain/finder/find-in-region.ts';
import { withBase } from '../../domain/urls.ts';
import { FinderBox, type FinderSource, WORDS } from '../finder/box.ts';
import { askShard, shardsOn } from './places.ts';

const regionSource = (count: number): FinderSource => ({
  complete: () => true,
  prepare: () => undefined,
  address: ({ url, path, via }: FoundThere) =>
    url
      ? url + (via ? `?${new URLSearchParams({ via }).toString()}` : '')
      : withBase(import.meta.env.BASE_URL, path),
  async search(text, tell) {
    const { found } = await findInRegion(text, (key) => askShard(key, count));
    tell(found, found.length > 0 ? WORDS.count(found.length) : WORDS.none);
  },
});

customElements.define(
  'finder-code',
  class extends HTMLElement {
    static readonly Box = class extends FinderBox {
      constructor(input: HTMLInputElement, status: HTMLElement) {
        super(input, status, regionSource(shardsOn(input)));
      }
    };
  },
);
