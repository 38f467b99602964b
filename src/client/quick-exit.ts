/** `<quick-exit>`: leaves a page that somebody near should not see, so that the back button does not lead here again. */
class QuickExit extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    link?.addEventListener('click', (event) => {
      event.preventDefault();
      location.replace(link.href);
    });
  }
}

customElements.define('quick-exit', QuickExit);
