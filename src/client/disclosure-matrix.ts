/** `<disclosure-matrix>`: filters and sorts the offices of the matrix. Without script all stand in their usual order. */

interface Choice {
  /** The place of the item among the columns, or undefined for any. */
  readonly item: number | undefined;
  readonly state: string;
  readonly order: string;
}

const cellsOf = (row: HTMLElement) => [...row.querySelectorAll<HTMLElement>('td[data-state]')];

const published = (part: ParentNode) => part.querySelectorAll('[data-state="published"]').length;

function fits(row: HTMLElement, { item, state }: Choice): boolean {
  if (!state) return true;
  const cells = cellsOf(row);
  const looked = item === undefined ? cells : cells.slice(item, item + 1);
  return looked.some((cell) => cell.dataset['state'] === state);
}

/** Puts elements into an order within their parent; the usual order decides between equals. */
function arrange(parts: readonly HTMLElement[], order: string, rank: (part: HTMLElement) => number): void {
  const sign = order === 'most' ? -1 : order === 'least' ? 1 : 0;
  const ranked = parts.map((part) => ({ part, rank: sign === 0 ? 0 : sign * rank(part) }));
  ranked.sort((a, b) => a.rank - b.rank);
  for (const { part } of ranked) part.parentElement?.append(part);
}

/** The steps that arrow keys make: to the side, and to the row above or below. */
const STEPS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

const linksOf = (row: Element) => [...row.querySelectorAll<HTMLAnchorElement>('th > a, td > a')];

/** Says of which office and item a cell is, once it has the focus: before that nobody hears it. */
function nameCell(link: HTMLAnchorElement, at: number): void {
  const word = link.querySelector('.hidden')?.textContent.trim();
  const item = link.closest('table')?.querySelectorAll('thead th')[at]?.textContent.trim();
  const office = link.closest('tr')?.querySelector('th > a')?.textContent.trim();
  if (word) link.setAttribute('aria-label', `${office} ${item}：${word}`);
}

class DisclosureMatrix extends HTMLElement {
  #counties: HTMLElement[] = [];
  #rows: HTMLElement[] = [];

  connectedCallback(): void {
    const tools = this.querySelector<HTMLElement>('[data-part="tools"]');
    if (!tools) return;
    this.#counties = [...this.querySelectorAll<HTMLElement>('[data-county]')];
    this.#rows = [...this.querySelectorAll<HTMLElement>('tr[data-id]')];
    tools.hidden = false;
    // One stop a row: its office; the cells are reached by arrow keys.
    for (const link of this.querySelectorAll<HTMLElement>('td > a')) link.tabIndex = -1;
    this.addEventListener('keydown', (event) => this.step(event));
    tools.addEventListener('change', () => this.show(this.choiceOf(tools)));
    // What the browser kept of an earlier visit; the page comes in the order of no choice.
    const kept = this.choiceOf(tools);
    if (kept.state || kept.order) this.show(kept);
  }

  /** Goes from cell to cell as an arrow key says. */
  step(event: KeyboardEvent): void {
    const [across, down] = STEPS[event.key] ?? [0, 0];
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-id]') : null;
    if (!row || (across === 0 && down === 0)) return;
    const rows = this.#rows
      .filter((one) => !one.hidden)
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const column = linksOf(row).indexOf(event.target as HTMLAnchorElement) + across;
    const link = linksOf(rows[rows.indexOf(row) + down] ?? row)[column];
    if (!link) return;
    event.preventDefault();
    nameCell(link, column);
    link.focus();
  }

  choiceOf(tools: HTMLElement): Choice {
    const text = (name: string) => tools.querySelector<HTMLSelectElement>(`[name="${name}"]`)?.value ?? '';
    return {
      item: text('item') === '' ? undefined : Number(text('item')),
      state: text('state'),
      order: text('order'),
    };
  }

  show(choice: Choice): void {
    for (const row of this.#rows) row.hidden = !fits(row, choice);
    for (const county of this.#counties) {
      const rows = this.#rows.filter((row) => county.contains(row));
      county.hidden = rows.every((row) => row.hidden);
      arrange(rows, choice.order, published);
    }
    arrange(
      this.#counties,
      choice.order,
      (county) => published(county) / county.querySelectorAll('tr[data-id]').length,
    );
    const shown = this.#rows.filter((row) => !row.hidden).length;
    const status = this.querySelector('[data-part="status"]');
    if (status)
      status.textContent =
        shown === this.#rows.length ? `共${shown}个司法所。` : `符合条件的有${shown}个司法所。`;
  }
}

customElements.define('disclosure-matrix', DisclosureMatrix);
