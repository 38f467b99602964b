/** `<copy-text data-text="…">`: copies its text on a press; hidden until this runs. */

/** Where the clipboard is not open to the page (plain http, WeChat), a selected field and the old command. */
function copyTheOldWay(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.className = 'hidden';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyTheOldWay(text);
  }
}

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
