/**
 * `<read-aloud>`: reads the page with the browser's own voice, at a calm pace, until stopped. It appears in 长者模式
 * and stays away where the browser has no voices (WeChat on some phones): there the page is as it was.
 */
import { piecesToSay } from '../domain/reading-aloud.ts';
import { element } from './element.ts';

/** What is not said: ways around, tools, pictures, provenance and coordinates, what is folded away. */
const LEFT_OUT =
  'nav, button, script, figure, img, svg, audio, .unsaid, [data-unsaid], [hidden], [aria-hidden="true"], .no-print, .hidden, read-aloud';

/** A little slower than the voice's own. */
const PACE = 0.85;

/** Browsers that have not yet listed their voices may well have one. */
function hasVoice(): boolean {
  const voices = speechSynthesis.getVoices();
  return voices.length === 0 || voices.some(({ lang }) => lang.startsWith('zh'));
}

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
  readonly #button = button('朗读本页', () => (this.#pieces.length > 0 ? this.stop() : this.start()));

  connectedCallback(): void {
    this.append(this.#button, element('span', { role: 'status' }));
    // A voice goes on talking when its page is left.
    addEventListener('pagehide', () => speechSynthesis.cancel());
  }

  start(): void {
    const main = document.querySelector('main');
    if (!main) return;
    if (!hasVoice()) return this.say('这台手机没有中文语音，请用手机自带的朗读功能');
    this.#pieces = piecesToSay(words(main));
    speechSynthesis.cancel();
    this.#button.textContent = '停止朗读';
    this.say('');
    this.next();
  }

  stop(text = ''): void {
    this.#pieces = [];
    speechSynthesis.cancel();
    this.#button.textContent = '朗读本页';
    this.say(text);
  }

  next(): void {
    const [piece] = this.#pieces;
    if (piece === undefined) return this.stop('读完了');
    const speech = new SpeechSynthesisUtterance(piece);
    speech.lang = 'zh-CN';
    speech.rate = PACE;
    speech.onend = () => {
      if (this.#pieces[0] !== piece) return;
      this.#pieces.shift();
      this.next();
    };
    speech.onerror = ({ error }) => {
      if (error !== 'canceled' && error !== 'interrupted')
        this.stop('这台手机读不出来，请用手机自带的朗读功能');
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
  (
    document.querySelector('.answer') ??
    document.querySelector('.hero') ??
    document.querySelector('h1')
  )?.after(element('read-aloud' as 'div', { class: 'no-print' }));
