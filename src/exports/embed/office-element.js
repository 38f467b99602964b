/*! <open-office office="county/office" badge theme="dark" accent="0a4689"> — MIT */
(() => {
  const { currentScript } = document;
  if (!currentScript || customElements.get('open-office')) return;
  const root = new URL('./', currentScript.src);

  class OpenOffice extends HTMLElement {
    static get observedAttributes() {
      return ['office', 'badge', 'theme', 'accent'];
    }

    constructor() {
      super();
      this.frame = document.createElement('iframe');
      this.frame.setAttribute('referrerpolicy', 'no-referrer');
      this.frame.style.cssText = 'border:0;width:100%;height:16rem;display:block';
      this.hear = ({ source, data }) => {
        if (source === this.frame.contentWindow && data && data.openOffice && data.height > 0)
          this.frame.style.height = `${Math.min(Number(data.height), 2000)}px`;
      };
    }

    connectedCallback() {
      this.style.display = 'block';
      window.addEventListener('message', this.hear);
      this.show();
      this.append(this.frame);
    }

    disconnectedCallback() {
      window.removeEventListener('message', this.hear);
    }

    attributeChangedCallback() {
      if (this.isConnected) this.show();
    }

    show() {
      const office = this.getAttribute('office') || '';
      if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(office)) return;
      const page = new URL(`${office}/`, root);
      for (const name of ['theme', 'accent'])
        if (this.getAttribute(name)) page.searchParams.set(name, this.getAttribute(name));
      if (this.hasAttribute('badge')) page.hash = 'badge';
      this.frame.title = `司法所 ${office}`;
      this.frame.src = page.href;
    }
  }
  customElements.define('open-office', OpenOffice);
})();
