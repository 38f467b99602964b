/**
 * `<office-finder>`: makes the search form in it a box that answers with offices while one types. This much comes
 * with the page; the rest is fetched when the box is first touched. Whatever fails, the form still leads to the
 * full-text search.
 */

// Bundled apart and named by its address: a dynamic import would bring a loader of twice the size of this file.
import restUrl from './finder/start.ts?worker&url';

/** What the reader is told while the box is not ready. */
const SLOW = '正在取地名，请稍等……';
const FAILED = '地名没有取到。点“搜索”照样能查。';

/** What the rest brings, under the name by which it makes itself known. */
interface FinderCode {
  readonly Box: new (input: HTMLInputElement, status: HTMLElement) => unknown;
}
const CODE = 'finder-code';

class OfficeFinder extends HTMLElement {
  private tries = 0;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || input.hasAttribute('role')) return;
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    const answers = document.createElement('div');
    answers.className = 'finder-answers';
    answers.append(status);
    this.append(answers);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    this.wake(input, status);
  }

  /**
   * Runs the rest as a script of its own. Another try asks under another address, since a browser remembers a
   * module that failed.
   */
  private async code(): Promise<FinderCode> {
    if (!customElements.get(CODE)) {
      const script = document.createElement('script');
      script.type = 'module';
      const code = this.dataset['code'] ?? restUrl;
      script.src = this.tries ? `${code}?${this.tries}` : code;
      this.tries += 1;
      await new Promise((done, failed) => {
        script.addEventListener('load', done);
        script.addEventListener('error', failed);
        document.head.append(script);
      });
    }
    return customElements.get(CODE) as unknown as FinderCode;
  }

  /** Fetches the rest at the first touch, and again at the next one if that fails. */
  private wake(input: HTMLInputElement, status: HTMLElement): void {
    const wait = () => (status.textContent = input.value ? SLOW : '');
    const touched = async () => {
      for (const event of ['focus', 'pointerdown']) input.removeEventListener(event, start);
      input.addEventListener('input', wait);
      try {
        const { Box } = await this.code();
        status.textContent = '';
        new Box(input, status);
      } catch {
        if (input.value) status.textContent = FAILED;
        this.wake(input, status);
      }
      input.removeEventListener('input', wait);
    };
    const start = () => void touched();
    for (const event of ['focus', 'pointerdown']) input.addEventListener(event, start);
    if (input === document.activeElement) start();
  }
}

customElements.define('office-finder', OfficeFinder);
