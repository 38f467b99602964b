/**
 * `<open-now>`: says whether the office is open at this minute, by Shanghai's clock. The page is built with the
 * word unknown; without script, or when the data cannot be read, the written hours below stand alone.
 */
import { momentInShanghai } from '../domain/moment.ts';
import { assess } from '../domain/assess-open.ts';
import { openInWords } from '../domain/open-words.ts';
import { planFrom, type PlanTable } from '../domain/plan-table.ts';

const MINUTE = 60_000;

class OpenNow extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #table: PlanTable | undefined;
  readonly #tell = () => this.tell();

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    if (!json) return;
    this.#table = JSON.parse(json) as PlanTable;
    document.addEventListener('visibilitychange', this.#tell);
    this.tell();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#tell);
  }

  /** Says the state of this minute, and again when the next minute begins. */
  tell(): void {
    const word = this.querySelector<HTMLElement>('[data-open-state]');
    const table = this.#table;
    if (!table || !word) return;
    const instant = new Date();
    const now = momentInShanghai(instant);
    const state = assess((date) => planFrom(table, date), now);
    const said = openInWords(state, now);
    word.dataset['openState'] = state.state;
    word.textContent = said.word;
    word.parentElement?.removeAttribute('hidden');
    const text = this.querySelector('[data-open-text]');
    if (text) text.textContent = said.text;
    // Days of a week that is over help nobody.
    for (const day of document.querySelectorAll<HTMLElement>('.week [data-date]'))
      day.hidden = (day.dataset['date'] ?? '') < now.date;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, MINUTE - (instant.getTime() % MINUTE));
  }
}

customElements.define('open-now', OpenNow);
