/**
 * `<whereabouts-today>`: puts the card of the current day, by Shanghai's clock, in front of the dated table that
 * stands in it. The day is picked anew every minute, so that a tab left open past midnight, a page kept offline or
 * built weeks ago never passes off an entry of another day; fresher data come from the file that `data-src` names.
 */
import { momentInShanghai } from '../domain/moment.ts';
import type { ComingWhereabouts } from '../domain/whereabouts-coming.ts';
import { element } from './element.ts';
import { fillCard, tableOf, tellWhoIsIn } from './whereabouts-parts.ts';

const MINUTE = 60_000;
const PATIENCE = 8_000;
/** Not more often than this is the file asked for again: while the page is looked at, and on coming back to it. */
const LOOKING = 10 * MINUTE;
const RETURNING = MINUTE / 2;
/** The reader looks again: at the window, or at a page that the browser had put aside whole. */
const BACK = ['focus', 'pageshow', 'online'] as const;

/** The file's data; undefined when it cannot be had in time or is not what it should be. */
async function fetched(src: string, office: string): Promise<ComingWhereabouts | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(src, { cache: 'no-cache', signal: abort.signal });
    const data = (await response.json()) as ComingWhereabouts;
    const lists = [data.people, data.entries, data.restDays];
    return data.office === office && lists.every(Array.isArray) ? data : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

const told = ({ people, entries, restDays }: ComingWhereabouts) =>
  JSON.stringify([people, entries, restDays]);

class WhereaboutsToday extends HTMLElement {
  #data: ComingWhereabouts | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  readonly #card = element('div', { class: 'card' });
  readonly #tick = () => this.tick(LOOKING);
  readonly #return = () => this.tick(RETURNING);

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    if (!json) return;
    this.#data = JSON.parse(json) as ComingWhereabouts;
    this.prepend(this.#card);
    document.addEventListener('visibilitychange', this.#return);
    for (const event of BACK) addEventListener(event, this.#return);
    this.tick(0);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#return);
    for (const event of BACK) removeEventListener(event, this.#return);
  }

  /** Shows this minute, asks for fresher data when it is time, and comes back with the next minute. */
  tick(pause: number): void {
    const now = Date.now();
    this.show();
    if (!document.hidden && now - this.#asked >= pause) {
      this.#asked = now;
      void this.refresh();
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tick, MINUTE - (now % MINUTE));
  }

  /** Takes over what the site says by now, never of an earlier day; any failure leaves everything as it is. */
  async refresh(): Promise<void> {
    const { src } = this.dataset;
    const known = this.#data;
    const data = src && known && (await fetched(src, known.office));
    if (!data || !this.#data || data.asOf < this.#data.asOf || told(data) === told(this.#data)) return;
    this.#data = data;
    this.querySelector('.table')?.remove();
    this.#card.after(tableOf(data));
    this.show();
  }

  /** The card of the day in front; rows of that day and of past ones out of sight. */
  show(): void {
    const data = this.#data;
    if (!data) return;
    const now = momentInShanghai(new Date());
    const ask = this.querySelector(':scope > p > [data-ask]');
    fillCard(this.#card, data, now, ask);
    tellWhoIsIn(document, data, now);
    const rows = [...this.querySelectorAll<HTMLElement>('[data-date]')];
    for (const row of rows) row.hidden = (row.dataset['date'] ?? '') <= now.date;
    const whole = this.querySelector<HTMLElement>('.table');
    if (whole) whole.hidden = rows.every((row) => row.hidden);
  }
}

customElements.define('whereabouts-today', WhereaboutsToday);
