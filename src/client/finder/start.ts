/** Makes the box known to the element that waits for it: the name is a place to leave it, no element uses it. */
import { FinderBox } from './box.ts';
import { citySource } from './city-source.ts';

customElements.define(
  'finder-code',
  class extends HTMLElement {
    static readonly Box = class extends FinderBox {
      constructor(input: HTMLInputElement, status: HTMLElement) {
        super(input, status, citySource);
      }
    };
  },
);
