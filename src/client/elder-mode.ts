/**
 * `<elder-mode>`: switches 长者模式 on and off for this and every later page (`domain/reading-mode.ts` puts it back
 * before the next page is drawn). Where the browser remembers nothing, it holds for this page. Reading aloud comes
 * with it, loaded only then. Out of sight until this runs: without
 * script the browser's own zoom does the same.
 */
import { ELDER, MODE_KEY } from '../domain/reading-mode.ts';

const root = document.documentElement;

const remember = (mode: string): void => {
  try {
    localStorage.setItem(MODE_KEY, mode);
  } catch {
    // Private browsing: the page keeps the mode, the next one starts anew.
  }
};

class ElderMode extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.onclick = () => {
      root.dataset[MODE_KEY] = this.isOn() ? '' : ELDER;
      remember(root.dataset[MODE_KEY]);
      this.show(button);
    };
    // Another tab switched.
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== MODE_KEY) return;
      root.dataset[MODE_KEY] = newValue ?? '';
      this.show(button);
    });
    this.show(button);
  }

  isOn(): boolean {
    return root.dataset[MODE_KEY] === ELDER;
  }

  show(button: HTMLButtonElement): void {
    const on = this.isOn();
    button.textContent = on ? '退出长者模式' : '长者模式';
    if (on)
      void import('./read-aloud.ts').then(
        ({ offerReading }) => offerReading(),
        () => undefined,
      );
  }
}

customElements.define('elder-mode', ElderMode);
