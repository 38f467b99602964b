import { labelOf, type FinderHit } from '../../domain/finder/found.ts';

/** The list below the box, in the manner of a WAI-ARIA combobox: the box keeps the focus, the list has a current option. */
export class Listbox {
  readonly element: HTMLUListElement;
  private readonly input: HTMLInputElement;
  private found: readonly FinderHit[] = [];
  private current = -1;

  constructor(input: HTMLInputElement) {
    const id = `${input.id}-list`;
    this.input = input;
    this.element = document.createElement('ul');
    this.element.id = id;
    this.element.hidden = true;
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', '符合的司法所');
    input.setAttribute('aria-controls', id);
    // The focus stays in the box while an option is pressed.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  /** True while the reader is about to take an option: the order must not change under their finger. */
  get inUse(): boolean {
    return this.open && (this.current >= 0 || this.element.matches(':hover'));
  }

  /** The option that Enter takes. */
  get chosen(): FinderHit | undefined {
    return this.found[this.current];
  }

  /** The only option, where its very name was typed. */
  get only(): FinderHit | undefined {
    const [only, second] = this.found;
    return only?.exact && !second ? only : undefined;
  }

  /** The answer of the option in which something happened. */
  at(target: EventTarget | null): FinderHit | undefined {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    return option ? this.found[[...this.element.children].indexOf(option)] : undefined;
  }

  show(found: readonly FinderHit[]): void {
    this.found = found;
    this.element.replaceChildren(...found.map((one, at) => this.option(one, at)));
    this.element.scrollTop = 0;
    this.element.hidden = found.length === 0;
    this.input.setAttribute('aria-expanded', String(found.length > 0));
    this.moveTo(-1);
  }

  /** Moves as a key says; false for a key that means nothing here. From the last option on to the first. */
  move(key: string): boolean {
    const last = this.found.length - 1;
    const within = this.current >= 0;
    if (!this.open) return false;
    if (key === 'ArrowDown') this.moveTo(this.current === last ? 0 : this.current + 1);
    else if (key === 'ArrowUp') this.moveTo(this.current > 0 ? this.current - 1 : last);
    else if (key === 'Home' && within) this.moveTo(0);
    else if (key === 'End' && within) this.moveTo(last);
    else return false;
    return true;
  }

  /** Name, county and reason each in an element of its own, so that lines break between them. */
  private option(one: FinderHit, at: number): HTMLLIElement {
    const option = document.createElement('li');
    const parts = labelOf(one).split(/(?= [—·] )/);
    for (const [index, part] of parts.entries()) {
      const shown = document.createElement(index === 0 ? 'b' : 'span');
      shown.append(part);
      option.append(shown);
    }
    option.id = `${this.element.id}-${at}`;
    option.setAttribute('role', 'option');
    return option;
  }

  private moveTo(at: number): void {
    this.current = at;
    [...this.element.children].forEach((option, index) =>
      option.setAttribute('aria-selected', String(index === at)),
    );
    const option = this.element.children[at];
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }
}
