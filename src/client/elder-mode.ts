/**
 * `<elder-mode>`: switches 长者模式 on and off for this and every later page (`domain/reading-mode.ts` puts it back
 * before the next page is drawn). Where the browser remembers nothing, it holds for this page. Reading aloud comes
 * with it, fetched only then. Out of sight until this runs: without script the browser's own zoom does the same.
 */
import { ELDER, MODE_KEY } from '../domain/reading-mode.ts';
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

/** What is folded behind 更多 opens for an address that leads into it; by itself a style opens it for its own. */
function unfold(): void {
  const aim = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!aim) return;
  aim.closest('[data-more]')?.removeAttribute('data-more');
  aim.scrollIntoView();
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
    };
    button.onclick = () => {
      dataset[MODE_KEY] = dataset[MODE_KEY] === ELDER ? '' : ELDER;
      remember(dataset[MODE_KEY]);
      show();
    };
    // A portal's own policy may refuse the line in the page's head: then the mode comes back now.
    dataset[MODE_KEY] ??= remembered();
    show();
    if (dataset[MODE_KEY] === ELDER) unfold();
    addEventListener('hashchange', unfold);
  }
}

customElements.define('elder-mode', ElderMode);
