import type { FinderHit } from '../../domain/finder/found.ts';
import { dangerParts } from '../search/danger-card.ts';
import { askDanger } from '../search/danger.ts';
import { sayDanger } from '../search/words.ts';
import { Listbox } from './listbox.ts';

/** How long names may take before the reader is told that they are on their way. */
const PATIENCE = 500;

/** What the box says of its answers. */
export const WORDS = {
  slow: '正在取地名，请稍等……',
  none: '没有叫这个名字的地方。点“搜索”查全站。',
  failed: '地名没有取到。点“搜索”照样能查。',
  fewer: '村名没有取到，只按乡镇名查。',
  count: (count: number) => `${count}个结果`,
};

type Tell = (found: readonly FinderHit[], words: string) => void;

/** Where a box has its answers from. */
export interface FinderSource {
  /** Whether all names have come: before, a name may yet turn out to be that of several places. */
  readonly complete: () => boolean;
  /** Fetches what will be needed, before anything is typed. */
  readonly prepare: () => void;
  /** Tells what was found, perhaps more than once; `inUse` while the reader is about to take an answer. */
  readonly search: (text: string, tell: Tell, inUse: () => boolean) => Promise<void>;
  /** Where an answer leads; on a page that speaks of one office, to that page with another. */
  readonly address: (found: FinderHit, stays: boolean) => string;
}

/** The box at work: answers every change of its text, an input method's composition too. */
export class FinderBox {
  private readonly input: HTMLInputElement;
  private readonly list: Listbox;
  private readonly status: HTMLElement;
  /** Above the list: for people in danger, who are led nowhere else. */
  private readonly danger = document.createElement('div');
  /** Grows with every change of the text: an answer to an older one is not shown. */
  private turn = 0;

  private readonly source: FinderSource;

  constructor(input: HTMLInputElement, status: HTMLElement, source: FinderSource) {
    this.source = source;
    this.input = input;
    this.status = status;
    this.list = new Listbox(input);
    status.after(this.danger, this.list.element);
    this.listen();
    source.prepare();
    if (input === document.activeElement) void this.answer();
  }

  private listen(): void {
    this.input.addEventListener('focus', () => this.source.prepare());
    this.input.addEventListener('input', () => void this.answer());
    this.input.addEventListener('keydown', (event) => this.press(event));
    // What people in danger see stays until they write something else, or press Escape.
    this.input.addEventListener('blur', () => this.close(this.danger.hasChildNodes()));
    this.list.element.addEventListener('click', (event) => this.go(this.list.at(event.target)));
  }

  /** Keys that an input method uses for its own list are left to it. */
  private press(event: KeyboardEvent): void {
    if (!event.isComposing && this.takes(event.key)) event.preventDefault();
  }

  private takes(key: string): boolean {
    const taken = this.list.chosen ?? (this.source.complete() ? this.list.only : undefined);
    if (key === 'Enter' && taken) this.go(taken);
    else if (key === 'Escape' && (this.list.open || this.status.textContent || this.danger.hasChildNodes()))
      this.close();
    else if (key === 'Escape') this.input.value = '';
    else if (/^Arrow(?:Up|Down)$/.test(key) && !this.list.open) void this.answer();
    else return this.list.move(key);
    return true;
  }

  private go(found: FinderHit | undefined): void {
    if (!found) return;
    this.input.value = found.name;
    this.close();
    location.assign(this.source.address(found, this.input.closest('[data-stay]') !== null));
  }

  private close(inDanger = false): void {
    this.turn += 1;
    this.list.show([]);
    if (inDanger) return;
    this.danger.replaceChildren();
    this.status.textContent = '';
  }

  private async answer(): Promise<void> {
    const text = this.input.value;
    if (!text.trim()) return this.close();
    const turn = (this.turn += 1);
    const tell: Tell = (found, words) => {
      if (turn !== this.turn) return;
      this.list.show(found);
      this.status.textContent = words;
    };
    const slow = setTimeout(() => this.list.open || tell([], WORDS.slow), PATIENCE);
    const hearing = await askDanger(text);
    if (turn === this.turn) this.danger.replaceChildren(...dangerParts(hearing));
    if (hearing.sure.length > 0) tell([], sayDanger(hearing.sure));
    else await this.source.search(text, tell, () => this.list.inUse).catch(() => tell([], WORDS.failed));
    clearTimeout(slow);
  }
}
