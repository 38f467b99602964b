import { copy } from './copy.ts';

/** `<copy-text data-text="…">`: copies its text on a press; hidden until this runs. */

class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.dataset['text'];
    const button = this.querySelector('button');
    const status = this.querySelector('[role="status"]');
    if (!text || !button || !status) return;
    this.hidden = false;
    button.onclick = async () => {
      status.textContent = '';
      const done = await copy(text);
      status.textContent = done ? '已复制' : '没有复制成，请长按地址文字复制';
      button.focus();
    };
  }
}

customElements.define('copy-text', CopyText);
