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

class DisclosureMatrix extends HTMLElement {
  #counties: HTMLElement[] = [];
  #rows: HTMLElement[] = [];

  connectedCallback(): void {
    const tools = this.querySelector<HTMLElement>('[data-part="tools"]');
    if (!tools) return;
    this.#counties = [...this.querySelectorAll<HTMLElement>('[data-county]')];
    this.#rows = [...this.querySelectorAll<HTMLElement>('tr[data-id]')];
    tools.hidden = false;
    tools.addEventListener('change', () => this.show(this.choiceOf(tools)));
    this.show(this.choiceOf(tools));
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
