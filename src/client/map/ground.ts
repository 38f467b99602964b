import { control, map as leafletMap, type LatLngTuple, type Map as LeafletMap } from 'leaflet';
import type { LonLat } from '../../domain/geo.ts';
import type { MapData } from '../../views/map.ts';
import { addScale, addTianditu } from './layers.ts';

/** On empty ground, nearer views would show a precision that nobody has. */
const NEAREST_PLAIN = 13;
const NEAREST_TILES = 18;
const FARTHEST = 6;

export const tuple = ({ lon, lat }: LonLat): LatLngTuple => [lat, lon];

/** Moves nothing by itself where the reader asked for less motion. */
function motion() {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still };
}

/** An empty map of the city: buttons, scale, and words that say what it is not (facts A10-6). */
export function createGround(box: HTMLElement, data: MapData): LeafletMap {
  const map = leafletMap(box, {
    ...motion(),
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomSnap: 0.25,
    minZoom: FARTHEST,
    maxZoom: data.tianditu ? NEAREST_TILES : NEAREST_PLAIN,
  });
  control.zoom({ zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map);
  const words = data.tianditu ? '位置仅供参考' : '示意图，不表示行政区域界线';
  control.attribution({ prefix: false }).addAttribution(words).addTo(map);
  const { box: bounds } = data;
  if (bounds)
    map.fitBounds([
      [bounds.south, bounds.west],
      [bounds.north, bounds.east],
    ]);
  else map.setView([35, 105], FARTHEST);
  addScale(map);
  addTianditu(map, data);
  return map;
}
