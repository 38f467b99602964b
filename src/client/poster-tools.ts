/** `<poster-tools>`: a button a sheet, which chooses it (the address does, see poster.css) and opens the print dialog. */
class PosterTools extends HTMLElement {
  connectedCallback(): void {
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-sheet]'))
      button.onclick = () => {
        location.hash = button.dataset['sheet'] ?? '';
        window.print();
      };
    this.querySelector<HTMLElement>('.tools')!.hidden = false;
  }
}

customElements.define('poster-tools', PosterTools);
