/** `<page-age>`: on a page that nobody has built anew for a month, says before everything else how old it is. */
const MONTH = 30 * 86_400_000;
/** Shanghai keeps UTC+8 all year. */
const AHEAD = 8 * 3_600_000;

class PageAge extends HTMLElement {
  connectedCallback(): void {
    const built = this.querySelector('time');
    const today = new Date(Date.now() + AHEAD).toISOString().slice(0, 10);
    if (!built || Date.parse(today) - Date.parse(built.dateTime) <= MONTH) return;
    const note = document.createElement('p');
    note.className = 'note warn';
    note.textContent = `本页生成于${built.textContent?.trim()}，内容可能已有变化，请先打电话。`;
    document.querySelector('main .wrap')?.prepend(note);
  }
}

customElements.define('page-age', PageAge);
