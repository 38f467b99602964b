/**
 * `<elder-mode>`: switches 长者模式 on and off for this and every later page (`domain/reading-mode.ts` puts it back
 * before the next page is drawn). Where the browser remembers nothing, it holds for this page. Reading aloud comes
 * with it, fetched only then. Out of sight until this runs: without script the browser's own zoom does the same.
 */
import { ELDER, MODE_KEY } from '../domain/reading-mode.ts';
import { element } from './element.ts';
// Bundled apart and named by its address, as the box is: a dynamic import would bring a loader larger than this file.
import readAloudUrl from './read-aloud.ts?worker&url';

const { dataset } = document.documentElement;

function remembered(): string {
  try {
    return localStorage.getItem(MODE_KEY) ?? '';
  } catch {
    return '';
  }
}

function remember(mode: string): void {
  try {
    localStorage.setItem(MODE_KEY, mode);
  } catch {
    // Private browsing: the page keeps the mode, the next one starts anew.
  }
}

/** Has the buttons that read aloud put themselves into the page; when they cannot be had, nothing is missing. */
function offerReading(): void {
  if (customElements.get('read-aloud')) return;
  const script = document.createElement('script');
  script.type = 'module';
  script.src = readAloudUrl;
  document.head.append(script);
}

/** What is folded behind 更多 in this mode; opened by its button, or by an address that leads into it. */
function foldRest(on: boolean): void {
  const rest = document.querySelector<HTMLElement>('[data-more]');
  if (!rest) return;
  document.querySelector('.more')?.remove();
  const open = () => {
    delete rest.dataset['more'];
    document.querySelector('.more')?.remove();
  };
  const target = () => {
    const aim = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (aim && rest.contains(aim)) {
      open();
      aim.scrollIntoView();
    }
  };
  if (!on) return;
  const more = element('button', { type: 'button', class: 'button more no-print' }, ['更多']);
  more.onclick = () => {
    open();
    rest.tabIndex = -1;
    rest.focus();
  };
  rest.before(more);
  target();
  addEventListener('hashchange', target);
}

class ElderMode extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    const show = () => {
      const on = dataset[MODE_KEY] === ELDER;
      button.textContent = on ? '退出' : '长者';
      button.setAttribute('aria-label', on ? '退出长者模式' : '长者模式');
      if (on) offerReading();
      foldRest(on);
    };
    button.onclick = () => {
      dataset[MODE_KEY] = dataset[MODE_KEY] === ELDER ? '' : ELDER;
      remember(dataset[MODE_KEY]);
      show();
    };
    // A portal's own policy may refuse the line in the page's head: then the mode comes back now.
    dataset[MODE_KEY] ??= remembered();
    show();
  }
}

customElements.define('elder-mode', ElderMode);
