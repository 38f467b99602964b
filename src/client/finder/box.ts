import { find } from '../../domain/finder/find.ts';
import type { Found } from '../../domain/finder/found.ts';
import { findNear } from '../../domain/finder/near.ts';
import type { FinderIndex } from '../../domain/finder/places.ts';
import type { Sounds } from '../../domain/finder/sounds.ts';
import { officeAt } from '../../domain/my-office.ts';
import { withBase } from '../../domain/urls.ts';
import { dangerCard } from '../search/danger-card.ts';
import { askDanger } from '../search/danger.ts';
import { sayDanger } from '../search/words.ts';
import { Listbox } from './listbox.ts';
import { homophones, townships, villages } from './names.ts';

/** How long names may take before the reader is told that they are on their way. */
const PATIENCE = 500;

const WORDS = {
  slow: '正在取地名，请稍等……',
  none: '没有叫这个名字的地方。点“搜索”查全站。',
  failed: '地名没有取到。点“搜索”照样能查。',
  fewer: '村名没有取到，只按乡镇名查。',
  count: (count: number) => `${count}个结果`,
};

type Tell = (found: readonly Found[], words: string) => void;

/** The box at work: answers every change of its text, an input method's composition too. */
export class FinderBox {
  private readonly input: HTMLInputElement;
  private readonly list: Listbox;
  private readonly status: HTMLElement;
  /** Above the list: for people in danger, who are led nowhere else. */
  private readonly danger = document.createElement('div');
  /** Grows with every change of the text: an answer to an older one is not shown. */
  private turn = 0;

  constructor(input: HTMLInputElement, status: HTMLElement) {
    this.input = input;
    this.status = status;
    this.list = new Listbox(input);
    status.after(this.danger, this.list.element);
    this.listen();
    fetchEarly();
    if (input === document.activeElement) void this.answer();
  }

  private listen(): void {
    this.input.addEventListener('focus', fetchEarly);
    this.input.addEventListener('input', () => void this.answer());
    this.input.addEventListener('keydown', (event) => this.press(event));
    // What people in danger see stays until they write something else, or press Escape.
    this.input.addEventListener('blur', () => this.danger.hasChildNodes() || this.close());
    this.list.element.addEventListener('click', (event) => this.go(this.list.at(event.target)));
  }

  /** Keys that an input method uses for its own list are left to it. */
  private press(event: KeyboardEvent): void {
    if (!event.isComposing && this.takes(event.key)) event.preventDefault();
  }

  private takes(key: string): boolean {
    // Before the villages have come, a name may yet turn out to be that of several places.
    const taken = this.list.chosen ?? (villages.value ? this.list.only : undefined);
    if (key === 'Enter' && taken) this.go(taken);
    else if (key === 'Escape' && (this.list.open || this.status.textContent)) this.close();
    else if (key === 'Escape') this.input.value = '';
    else if (/^Arrow(?:Up|Down)$/.test(key) && !this.list.open) void this.answer();
    else return this.list.move(key);
    return true;
  }

  private go(found: Found | undefined): void {
    if (!found) return;
    this.input.value = found.name;
    this.close();
    location.assign(this.input.closest('[data-stay]') ? here(found) : there(found));
  }

  private close(): void {
    this.turn += 1;
    this.list.show([]);
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
    const dangers = await askDanger(text);
    if (turn === this.turn) this.danger.replaceChildren(...dangers.map(dangerCard));
    if (dangers.length > 0) tell([], dangers.map(sayDanger).join(''));
    else await this.search(text, tell).catch(() => tell([], WORDS.failed));
    clearTimeout(slow);
  }

  /** Townships answer first; villages join when they have come, unless the reader is about to take an option. */
  private async search(text: string, tell: Tell): Promise<void> {
    const early = villages.value ? [] : find(await townships(), text);
    if (early.length > 0) tell(early, WORDS.count(early.length));
    const all = await villages().catch(() => undefined);
    if (!all) return tell(early, WORDS.fewer);
    if (early.length > 0 && this.list.inUse) return;
    const exact = find(all, text);
    const found = exact.length > 0 ? exact : await alike(all, text);
    tell(found, found.length > 0 ? WORDS.count(found.length) : WORDS.none);
  }
}

const fetchEarly = () => void villages().catch(() => undefined);

/** What sounds alike; without the table of other characters, what can be told from the names. */
async function alike(index: FinderIndex, text: string): Promise<Found[]> {
  const more = await homophones().catch((): Sounds => new Map());
  return findNear(index, more, text);
}

/** The page of what was found; the village that led there is confirmed on it. */
const there = ({ path, via }: Found): string =>
  withBase(import.meta.env.BASE_URL, path) + (via ? `?${new URLSearchParams({ via }).toString()}` : '');

/** This page, speaking of the office that was found; a county has a page of its own. */
function here(found: Found): string {
  const id = officeAt(found.path);
  return id ? `?${new URLSearchParams({ office: id }).toString()}` : there(found);
}
