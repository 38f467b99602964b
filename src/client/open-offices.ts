/**
 * `<open-offices>`: says in a list which offices are open at this minute, by Shanghai's clock, and until when. Built
 * as unknown and out of sight; without script, or when the data cannot be read, the list stands as it is.
 */
import { assess } from '../domain/assess-open.ts';
import { momentInShanghai } from '../domain/moment.ts';
import { openInWords } from '../domain/open-words.ts';
import { planFrom, type PlanTable } from '../domain/plan-table.ts';

const MINUTE = 60_000;

class OpenOffices extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tables: readonly PlanTable[] = [];
  readonly #tell = () => this.tell();

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    if (!json) return;
    this.#tables = JSON.parse(json) as PlanTable[];
    document.addEventListener('visibilitychange', this.#tell);
    this.tell();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#tell);
  }

  /** Says the state of this minute at every office, and again when the next minute begins. */
  tell(): void {
    const instant = new Date();
    const now = momentInShanghai(instant);
    const said = this.#tables.map((table) => {
      const state = assess((date) => planFrom(table, date), now);
      const { word, text } = openInWords(state, now);
      return { state: state.state, words: state.state === 'unknown' ? word : `${word}，${text}` };
    });
    let open = 0;
    for (const mark of this.querySelectorAll<HTMLElement>('[data-table]')) {
      const one = said[Number(mark.dataset['table'])];
      if (!one) continue;
      mark.dataset['openState'] = one.state;
      mark.textContent = one.words;
      mark.hidden = false;
      if (one.state === 'open') open += 1;
    }
    this.count(open);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, MINUTE - (instant.getTime() % MINUTE));
  }

  /** How many are open, of those that have told their hours. */
  count(open: number): void {
    const sum = this.querySelector<HTMLElement>('[data-open-count]');
    if (!sum) return;
    sum.textContent = `现在正在办公的：${open}个所（公布了办公时间的有${sum.dataset['offices']}个所）`;
    sum.hidden = false;
  }
}

customElements.define('open-offices', OpenOffices);
