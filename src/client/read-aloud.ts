/**
 * `<read-aloud>`: reads the page with the browser's own voice, slower or faster, until stopped. It appears in 长者模式
 * and stays away where the browser has no voices (WeChat on some phones): there the page is as it was.
 */
import { piecesToSay, RATES } from '../domain/reading-aloud.ts';
import { element } from './element.ts';

/** What is not part of the text: ways around, tools, pictures, what is folded away. */
const LEFT_OUT = 'nav, button, script, svg, [hidden], [aria-hidden="true"], .no-print, .hidden, read-aloud';

/** The words of the page as they are seen, block by block. */
function words(main: HTMLElement): string {
  const away = [...main.querySelectorAll<HTMLElement>(LEFT_OUT)].filter((one) => !one.hidden);
  for (const one of away) one.hidden = true;
  const text = main.innerText;
  for (const one of away) one.hidden = false;
  return text;
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'button' }, [name]);
  made.onclick = act;
  return made;
}

class ReadAloud extends HTMLElement {
  #pieces: string[] = [];
  /** A place in `RATES`: a little slower than the voice's own pace. */
  #rate = 1;

  connectedCallback(): void {
    this.append(
      button('朗读本页', () => this.start()),
      button('停止', () => this.stop()),
      button('慢一点', () => this.change(-1)),
      button('快一点', () => this.change(1)),
      element('span', { role: 'status' }),
    );
    // A voice goes on talking when its page is left.
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }

  start(): void {
    const main = document.querySelector('main');
    if (!main) return;
    this.#pieces = piecesToSay(words(main));
    speechSynthesis.cancel();
    this.say('正在朗读');
    this.next();
  }

  stop(): void {
    this.#pieces = [];
    speechSynthesis.cancel();
    this.say('已停止朗读');
  }

  /** Takes effect with the next sentence. */
  change(by: number): void {
    this.#rate = Math.min(RATES.length - 1, Math.max(0, this.#rate + by));
    this.say(`语速${RATES[this.#rate]}倍`);
  }

  next(): void {
    const piece = this.#pieces.shift();
    if (piece === undefined) return this.say('读完了');
    const speech = new SpeechSynthesisUtterance(piece);
    speech.lang = 'zh-CN';
    speech.rate = RATES[this.#rate] ?? 1;
    speech.onend = () => {
      if (this.#pieces.length > 0) this.next();
      else this.say('读完了');
    };
    speech.onerror = ({ error }) => {
      if (error === 'canceled' || error === 'interrupted') return;
      this.#pieces = [];
      this.say('这台设备读不出来，请用手机自带的朗读功能');
    };
    speechSynthesis.speak(speech);
  }

  say(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = text;
  }
}

customElements.define('read-aloud', ReadAloud);

if ('speechSynthesis' in window)
  document.querySelector('main > .wrap')?.prepend(element('read-aloud' as 'div', { class: 'no-print' }));
