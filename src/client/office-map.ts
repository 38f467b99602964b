/**
 * `<office-map>`: draws the offices of the list that stands in it, and lets the reader choose among them. The list
 * says everything without it; what only works with script is hidden until then. No request leaves the site unless
 * the operator has configured a ground of tiles.
 */
import { momentInShanghai } from '../domain/moment.ts';
import type { MapData, MapOffice } from '../views/map.ts';
import type { Canvas } from './map/canvas.ts';
import { chosenIn } from './map/choices.ts';
import { readEntries, type MapEntry } from './map/entries.ts';
import { askDevice, nearestTo, type NearAnswer } from './map/near.ts';

/** Offices open and close while the page stands open. */
const MINUTE = 60_000;
/** How far below the screen the map is still drawn, by the height of the screen. */
const NEAR = '50%';

function statusText(shown: readonly MapEntry[], all: number): string {
  const located = shown.filter(({ at }) => at).length;
  const listed = shown.filter(({ at, seat }) => !at && seat).length;
  const nowhere = shown.length - located - listed;
  const words = [
    located > 0 && `${located}个画在图上`,
    listed > 0 && `${listed}个位置未公开，先列在县城`,
    nowhere > 0 && `${nowhere}个只在列表里`,
  ].filter(Boolean);
  const count = shown.length === all ? '全部列出' : `符合条件的有${shown.length}个`;
  return words.length > 0 ? `${count}：${words.join('，')}。` : `${count}。`;
}

class OfficeMap extends HTMLElement {
  private canvas: Canvas | undefined;
  private shown: readonly MapEntry[] | undefined;
  /** What was told of the reader's own place. */
  private told: NearAnswer | undefined;

  connectedCallback(): void {
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    const list = this.piece('list');
    if (!json || !list || this.shown) return;
    const data = JSON.parse(json) as MapData;
    const entries = readEntries(list, data);
    this.reveal(data);
    this.listenToChoices(entries, data);
    this.listenToNear(entries);
  }

  private piece(name: string): HTMLElement | null {
    return this.querySelector(`[data-part="${name}"]`);
  }

  private reveal(data: MapData): void {
    for (const tools of this.querySelectorAll<HTMLElement>('[data-part="tools"]')) tools.hidden = false;
    const box = this.piece('canvas');
    if (!box) return;
    // The keyboard and a screen reader find the map before it is drawn.
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', '司法所地图，方向键移动，加号减号缩放');
    const near = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        void this.draw(box, data);
      },
      { rootMargin: NEAR },
    );
    near.observe(box);
  }

  /** What draws is fetched now: most readers find their office above the map. */
  private async draw(box: HTMLElement, data: MapData): Promise<void> {
    try {
      const canvas = new (await import('./map/canvas.ts')).Canvas(box, data);
      canvas.show(this.shown ?? []);
      if (this.told) canvas.showReader(this.told);
      canvas.drawBoundaries().catch(() => this.fail('边界没有取到，图上只有点。'));
      this.canvas = canvas;
    } catch {
      box.hidden = true;
      this.fail();
    }
  }

  /** Shows the note that something of the map is missing, with other words where it is not all of it. */
  private fail(words?: string): void {
    const note = this.piece('failed');
    if (!note) return;
    if (words) note.textContent = words;
    note.hidden = false;
  }

  private listenToChoices(entries: readonly MapEntry[], data: MapData): void {
    const form = this.piece('choices');
    if (!(form instanceof HTMLFormElement)) return;
    const update = () => this.show(entries, chosenIn(form, data, momentInShanghai(new Date())));
    form.addEventListener('change', update);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.querySelector<HTMLElement>('#list')?.focus();
    });
    // A reset empties the fields after its own event.
    form.addEventListener('reset', () => setTimeout(update));
    update();
    setInterval(update, MINUTE);
  }

  /** Shows the offices that fit; nothing moves where they are the ones that are shown already. */
  private show(entries: readonly MapEntry[], fits: (office: MapOffice) => boolean): void {
    const shown = entries.filter(({ office }) => fits(office));
    if (shown.length === this.shown?.length && shown.every((one, at) => one === this.shown?.[at])) return;
    this.shown = shown;
    for (const { item, office } of entries) item.hidden = !fits(office);
    const [status, none] = [this.piece('status'), this.piece('none')];
    if (status) status.textContent = statusText(shown, entries.length);
    if (none) none.hidden = shown.length > 0;
    this.canvas?.show(shown);
  }

  private listenToNear(entries: readonly MapEntry[]): void {
    this.piece('locate')?.addEventListener('click', async () => {
      this.say('正在定位……');
      const place = await askDevice();
      if (typeof place === 'string') this.say(place);
      else this.tell(nearestTo(place, entries));
    });
  }

  private say(text: string): void {
    this.piece('answer')?.replaceChildren(text);
  }

  private tell(answer: NearAnswer): void {
    this.told = answer;
    this.piece('answer')?.replaceChildren(...answer.nodes);
    this.canvas?.showReader(answer);
  }
}

customElements.define('office-map', OfficeMap);
