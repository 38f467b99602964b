import { divIcon, latLngBounds, layerGroup, marker, popup, type Map as LeafletMap } from 'leaflet';
import { gatherSpots } from '../../domain/cluster.ts';
import type { MapData } from '../../views/map.ts';
import { element } from '../element.ts';
import { buttonOf, labelOf } from './badge.ts';
import type { MapEntry } from './entries.ts';
import { createGround, tuple } from './ground.ts';
import { addBoundaries } from './layers.ts';
import { inOnePlace, marksOf, type MapMark } from './marks.ts';
import type { NearAnswer } from './near.ts';
import { popupOf } from './popup.ts';

/** Points nearer than this many pixels are one: a finger could not tell them apart. */
const REACH = 46;
/** Free space about what is shown, in pixels, and the nearest view that is taken unasked. */
const FRAME = {
  paddingTopLeft: [60, 44] as [number, number],
  paddingBottomRight: [44, 76] as [number, number],
  maxZoom: 11,
};

const iconOf = (html: HTMLElement) => divIcon({ html, className: '', iconSize: [0, 0] });

/** The drawing: buttons for groups of points, made anew with every zoom. */
export class Canvas {
  private readonly map: LeafletMap;
  private readonly data: MapData;
  private readonly points = layerGroup();
  private readonly reader = layerGroup();
  private marks: readonly MapMark[] = [];
  /** Where the keyboard is, as an office's id, while the buttons are made anew. */
  private held: string | undefined;

  constructor(box: HTMLElement, data: MapData) {
    this.data = data;
    this.map = createGround(box, data);
    this.points.addTo(this.map);
    this.reader.addTo(this.map);
    this.map.on('zoomend', () => this.draw());
    // Folded away at first (长者模式), the drawing has no room to be measured by until it is shown.
    let shown = box.clientWidth > 0;
    new ResizeObserver(() => {
      if (!shown && box.clientWidth > 0) this.fit();
      shown = box.clientWidth > 0;
    }).observe(box);
  }

  /** Draws the points of these offices and no others. */
  show(entries: readonly MapEntry[]): void {
    this.map.closePopup();
    this.marks = marksOf(entries);
    this.fit();
    this.draw();
  }

  /** Shows all points there are, in the room that there is. */
  private fit(): void {
    this.map.invalidateSize({ animate: false });
    const bounds = latLngBounds(this.marks.map(({ at }) => tuple(at)));
    if (bounds.isValid()) this.map.fitBounds(bounds, { ...FRAME, animate: false });
  }

  /** Shows where the reader is, together with what is near. */
  showReader({ from, near }: NearAnswer): void {
    this.reader.clearLayers();
    const icon = iconOf(element('span', { class: 'map-you', role: 'img', 'aria-label': '从这里算起' }));
    marker(tuple(from), { icon, interactive: false, keyboard: false }).addTo(this.reader);
    this.map.fitBounds(latLngBounds([from, ...near].map(tuple)), FRAME);
  }

  /** Draws the operator's borders, rivers and roads, if there are any. Fails where they cannot be fetched. */
  drawBoundaries(): Promise<void> {
    return addBoundaries(this.map, this.data);
  }

  private draw(): void {
    this.points.clearLayers();
    const groups = gatherSpots(this.marks, ({ at }) => this.map.project(tuple(at)), REACH);
    for (const { items } of groups) this.drawGroup(items);
    this.held = undefined;
  }

  private drawGroup(group: readonly MapMark[]): void {
    const [first] = group;
    if (!first) return;
    const at = tuple(first.at);
    const button = buttonOf(group);
    const drawn = marker(at, { icon: iconOf(button), keyboard: false }).addTo(this.points);
    drawn.on('click', () => this.press(group, button));
    button.addEventListener('focus', () => {
      if (button.matches(':focus-visible')) this.map.panInside(at, { padding: [60, 60], animate: false });
    });
    const label = labelOf(group, this.data);
    if (label) marker(at, { icon: iconOf(label), interactive: false, keyboard: false }).addTo(this.points);
    const holds = group.some(({ entries }) => entries.some(({ office }) => office.id === this.held));
    if (holds) button.focus({ preventScroll: true });
  }

  /** Enlarges until the points part; where no enlarging can, lists them. */
  private press(group: readonly MapMark[], button: HTMLElement): void {
    const bounds = latLngBounds(group.map(({ at }) => tuple(at))).pad(0.2);
    if (inOnePlace(group) || this.map.getBoundsZoom(bounds) <= this.map.getZoom()) {
      this.open(group, button);
      return;
    }
    this.held = group[0]?.entries[0]?.office.id;
    this.map.fitBounds(bounds, { maxZoom: this.map.getMaxZoom() });
  }

  private open(group: readonly MapMark[], button: HTMLElement): void {
    const [first] = group;
    if (!first) return;
    const node = popupOf(group, () => this.map.closePopup());
    const box = popup({ closeButton: false, maxHeight: 260, maxWidth: 260, offset: [0, -4] });
    box.setLatLng(tuple(first.at)).setContent(node).openOn(this.map);
    box.on('remove', () => {
      if (node.contains(document.activeElement)) button.focus({ preventScroll: true });
    });
    node.focus({ preventScroll: true });
  }
}
