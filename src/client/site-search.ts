import { leavesNoTrace } from '../domain/search/urgent.ts';
import { dangerParts } from './search/danger-card.ts';
import { askDanger } from './search/danger.ts';
import { readQuery, writeQuery, type Query } from './search/query.ts';
import { Session } from './search/session.ts';

/** The search page at work: the form, its address, and the session that answers it. */
class SiteSearch extends HTMLElement {
  private session: Session | undefined;
  /** Grows with every question: an answer to an older one is not shown. */
  private turn = 0;
  private readonly title0 = document.title;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.ask(this.typed(form), 'push');
    });
    form.addEventListener('change', (event) => {
      const isFilter = event.target instanceof Element && event.target.closest('fieldset');
      if (isFilter) this.ask(this.typed(form), 'replace');
    });
    window.addEventListener('popstate', () => this.follow(form));
    this.follow(form);
  }

  disconnectedCallback(): void {
    this.session?.end();
  }

  /** Takes the question from the address, as after a link or the back button. */
  private follow(form: HTMLFormElement): void {
    const query = readQuery(location.search);
    this.fill(form, query);
    void this.show(query);
  }

  private typed(form: HTMLFormElement): Query {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') values.set(name, value);
    return readQuery(values.toString());
  }

  private fill(form: HTMLFormElement, { text, kind, county }: Query): void {
    const set = (name: string, value: string) => {
      const field = form.elements.namedItem(name);
      if (field && 'value' in field) field.value = value;
    };
    set('q', text);
    set('type', kind ?? '');
    set('county', county ?? '');
  }

  /** A new question is a step that the back button undoes; a narrower one is the same step. */
  private ask(query: Query, step: 'push' | 'replace'): void {
    if (step === 'push') history.pushState(null, '', writeQuery(query));
    else history.replaceState(null, '', writeQuery(query));
    void this.show(query);
  }

  /** Danger is asked about before anything is looked for; what people in danger wrote stays in no history. */
  private async show(query: Query): Promise<void> {
    const results = this.querySelector<HTMLElement>('[data-results]');
    const status = this.querySelector<HTMLElement>('[role=status]');
    const filters = this.querySelector('fieldset');
    if (!results || !status || !filters) return;
    this.session?.end();
    const hint = this.querySelector<HTMLElement>('#search-hint');
    if (hint) hint.hidden = query.text !== '';
    filters.hidden = filters.disabled = query.text === '';
    results.replaceChildren();
    status.textContent = '';
    document.title = query.text ? `${query.text}｜${this.title0}` : this.title0;
    const turn = (this.turn += 1);
    if (!query.text) return this.querySelector('[data-danger]')?.replaceChildren();
    const hearing = await askDanger(query.text);
    if (turn !== this.turn) return;
    this.querySelector('[data-danger]')?.replaceChildren(...dangerParts(hearing));
    if (leavesNoTrace(hearing)) {
      history.replaceState(null, '', location.pathname);
      document.title = this.title0;
    }
    this.session = new Session(query, { results, status, dangers: hearing.sure });
    await this.session.run();
    if (turn === this.turn) delete document.documentElement.dataset['asked'];
  }
}

customElements.define('site-search', SiteSearch);
