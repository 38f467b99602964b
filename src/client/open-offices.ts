/**
 * `<open-offices>`: says in a list which offices are open at this minute, by Shanghai's clock, and until when. Built
 * as unknown and out of sight; without script, or when the data cannot be read, the list stands as it is.
 */
import { assess } from '../domain/assess-open.ts';
import { momentInShanghai } from '../domain/moment.ts';
import { openCount, openInWords } from '../domain/open-words.ts';
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

  /** Says the state of this minute, at every office or, where it is the same at all, once; again with the next minute. */
  tell(): void {
    const instant = new Date();
    const now = momentInShanghai(instant);
    const said = this.#tables.map((table) => {
      const state = assess((date) => planFrom(table, date), now);
      const { word, text } = openInWords(state, now);
      return { state: state.state, word, words: state.state === 'unknown' ? word : `${word}，${text}` };
    });
    const told = [...this.querySelectorAll<HTMLElement>('[data-table]')].flatMap((mark) => {
      const one = said[Number(mark.dataset['table'])];
      return one ? [{ mark, ...one }] : [];
    });
    const words = told[0]?.words;
    const alike = told.length > 1 && told.every((one) => one.words === words);
    for (const { mark, state, word, words: own } of told) {
      mark.dataset['openState'] = state;
      mark.textContent = alike ? word : own;
      // Where each has its room nothing is taken back when all are the same for once: the list would jump.
      mark.hidden = alike && !mark.classList.contains('room');
    }
    const open = told.filter(({ state }) => state === 'open').length;
    this.sum(alike ? `公布了办公时间的${told.length}个所都一样：${words}` : openCount(open, told.length));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, MINUTE - (instant.getTime() % MINUTE));
  }

  /** Says above the list what holds for all of it: how many are open, or what is the same at every office. */
  sum(text: string): void {
    const line = this.querySelector<HTMLElement>('[data-open-count]');
    if (!line) return;
    line.textContent = text;
    line.hidden = false;
  }
}

customElements.define('open-offices', OpenOffices);
