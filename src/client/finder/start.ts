/** Makes the box known to the element that waits for it: the name is a place to leave it, no element uses it. */
import { FinderBox } from './box.ts';

customElements.define(
  'finder-code',
  class extends HTMLElement {
    static readonly Box = FinderBox;
  },
);
