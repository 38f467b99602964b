/**
 * `<fades-by-day>`: when a day named by `data-until` is over, by Shanghai's clock, what held until then is shown as
 * the word in `data-then` (待核实, 待更新) on a page that nobody rebuilt. Without script the day itself is written beside it.
 */
import { momentInShanghai } from '../domain/moment.ts';

class FadesByDay extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #fade = () => this.fade();

  connectedCallback(): void {
    this.#timer = setInterval(this.#fade, 60_000);
    document.addEventListener('visibilitychange', this.#fade);
    this.fade();
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#fade);
  }

  fade(): void {
    const now = momentInShanghai(new Date()).date;
    for (const held of document.querySelectorAll<HTMLElement>('[data-until]')) {
      if ((held.dataset['until'] ?? now) >= now) continue;
      const cell = held.closest<HTMLElement>('[data-state]');
      if (cell) cell.dataset['state'] = 'stale';
      const graded = held.closest<HTMLElement>('[data-grade]');
      if (graded) graded.dataset['grade'] = 'unknown';
      const mark = held.querySelector('[aria-hidden]');
      if (mark) mark.textContent = graded ? '○' : '◐';
      const word = mark?.nextSibling;
      if (word) word.textContent = ` ${held.dataset['then'] ?? '待更新'}`;
      held.classList.replace('ok', 'due');
      delete held.dataset['until'];
    }
  }
}

customElements.define('fades-by-day', FadesByDay);
