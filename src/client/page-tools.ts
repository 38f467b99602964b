import { copy } from './copy.ts';

/** `<page-tools>`: prints the page, hands it on where the browser can, copies its address; hidden until this runs. */
class PageTools extends HTMLElement {
  connectedCallback(): void {
    this.when('print', () => window.print());
    this.when('copy', () => void this.copyAddress());
    // Whoever closes the list of apps again has met no error.
    if ('share' in navigator)
      this.when(
        'share',
        () => void navigator.share({ title: document.title, url: this.address }).catch(() => {}),
      );
    this.hidden = false;
  }

  get address(): string {
    return location.href.replace(/#.*/, '');
  }

  /** Shows the button of a deed that this browser can do. */
  when(name: string, act: () => void): void {
    const button = this.querySelector<HTMLButtonElement>(`[data-do="${name}"]`);
    if (!button) return;
    button.onclick = act;
    button.hidden = false;
  }

  async copyAddress(): Promise<void> {
    const status = this.querySelector('[role="status"]');
    const done = await copy(this.address);
    if (status) status.textContent = done ? '已复制网址' : `没有复制成，网址是 ${this.address}`;
  }
}

customElements.define('page-tools', PageTools);
