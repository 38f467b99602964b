/**
 * `<my-office>`: the answer of the reader's office, taken from its page, which the phone may have kept. Nothing where
 * no office was chosen, or its page cannot be had.
 */
import { chosenOffice } from '../domain/my-office.ts';
import { momentInShanghai } from '../domain/moment.ts';
import { paths, withBase } from '../domain/urls.ts';
import type { ComingWhereabouts } from '../domain/whereabouts-coming.ts';
import { element } from './element.ts';
import { keepOffice, keptOffice } from './kept-office.ts';
import './open-now.ts';
import { tellWhoIsIn } from './whereabouts-parts.ts';

/** The page of an office, read but not shown. */
async function pageOf(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // Its style is not wanted, and the policy of this page refuses it where it is read.
  const html = (await response.text()).replace(/<style\b[^]*?<\/style>/g, '');
  return new DOMParser().parseFromString(html, 'text/html');
}

/** The block of the page that answers, with its links leading back to that page. */
function answerOf(page: Document, address: string): HTMLElement | undefined {
  const answer = page.querySelector<HTMLElement>('.answer');
  for (const link of answer?.querySelectorAll('a[href^="#"]') ?? [])
    link.setAttribute('href', `${address}${link.getAttribute('href') ?? ''}`);
  return answer ? document.importNode(answer, true) : undefined;
}

class MyOffice extends HTMLElement {
  connectedCallback(): void {
    const id = chosenOffice(location.search, keptOffice());
    if (id) void this.show(id).catch(() => {});
  }

  async show(id: string): Promise<void> {
    const address = withBase(import.meta.env.BASE_URL, paths.office(id));
    const page = await pageOf(address);
    const answer = answerOf(page, address);
    const name = page.querySelector('h1')?.textContent;
    if (!answer || !name) return;
    const forget = element('button', { type: 'button', class: 'button' }, ['清除']);
    forget.onclick = () => {
      keepOffice(undefined);
      this.replaceChildren();
    };
    const heading = element('h2', {}, [element('a', { href: address }, [name]), ' ', forget]);
    this.replaceChildren(heading, answer);
    const data = page.querySelector('whereabouts-today script[type="application/json"]')?.textContent;
    if (data) tellWhoIsIn(this, JSON.parse(data) as ComingWhereabouts, momentInShanghai(new Date()));
    if (this.dataset['code'] !== undefined) await this.addCode(id);
  }

  /** The code to scan of its page, which stands on its notice board. */
  private async addCode(id: string): Promise<void> {
    const board = await pageOf(withBase(import.meta.env.BASE_URL, paths.poster(id)));
    const code = board.querySelector('.poster-head figure');
    if (!code) return;
    this.append(element('figure', { class: 'code' }, [...document.importNode(code, true).childNodes]));
  }
}

customElements.define('my-office', MyOffice);
