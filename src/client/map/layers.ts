import { geoJSON, tileLayer, type Map as LeafletMap, type StyleFunction } from 'leaflet';
import { roundLength } from '../../domain/projection.ts';
import type { MapData } from '../../views/map.ts';
import { element } from '../element.ts';

/** Text as the HTML that Leaflet's attribution takes. */
const escaped = (text: string) => element('span', {}, [text]).innerHTML;

const TIANDITU =
  'https://t{s}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={token}';

/** The national platform's ground and names, only where the operator has a key (`map.tianditu` of site.json). */
export function addTianditu(map: LeafletMap, { tianditu }: MapData): void {
  if (!tianditu) return;
  const attribution = escaped(`天地图 ${tianditu.approvalNumber}`);
  for (const layer of ['vec', 'cva']) {
    const options = { layer, token: tianditu.token, subdomains: '01234567', maxZoom: 18, attribution };
    tileLayer(TIANDITU, options).addTo(map);
  }
}

/** Told apart by width and dashes, not by colour alone. */
const LINES = {
  border: { color: '#434a53', weight: 1.5 },
  river: { color: '#2f6f9f', weight: 3 },
  road: { color: '#8a6d3b', weight: 2, dashArray: '8 4' },
} as const;

/** The operator's approved borders, rivers and roads, unfilled lines as they stand in the file. */
export async function addBoundaries(map: LeafletMap, { boundaries }: MapData): Promise<void> {
  if (!boundaries) return;
  const answer = await fetch(boundaries.url);
  if (!answer.ok) throw new Error(`${boundaries.url}: ${answer.status}`);
  const attribution = escaped(`${boundaries.source} ${boundaries.approvalNumber}`);
  const data = (await answer.json()) as Parameters<typeof geoJSON>[0];
  const style: StyleFunction<{ kind?: keyof typeof LINES }> = (feature) => ({
    fill: false,
    ...LINES[feature?.properties.kind ?? 'border'],
  });
  geoJSON(data, { interactive: false, attribution, style }).addTo(map);
}

const LONGEST = 140;

/** A scale bar in kilometres, at the upper right: below it would be hidden by long credits. */
export function addScale(map: LeafletMap): void {
  const bar = element('div', { class: 'leaflet-control-scale-line' });
  map.getContainer().querySelector('.leaflet-top.leaflet-right')?.append(bar);
  const update = () => {
    const middle = map.getSize().divideBy(2);
    const metres = map.distance(
      map.containerPointToLatLng(middle),
      map.containerPointToLatLng(middle.add([LONGEST, 0])),
    );
    const length = roundLength(metres);
    bar.style.width = `${Math.round((LONGEST * length) / metres)}px`;
    bar.textContent = length >= 1000 ? `${length / 1000}公里` : `${length}米`;
  };
  map.on('zoomend moveend', update);
  update();
}
