import { distanceInWords, kilometresBetween, type LonLat } from '../../domain/geo.ts';
import { element } from '../element.ts';
import type { MapEntry } from './entries.ts';

const SHOWN = 5;

export interface NearAnswer {
  readonly nodes: readonly HTMLElement[];
  /** Where the reader is, and what was found near. */
  readonly from: LonLat;
  readonly near: readonly LonLat[];
}

const link = ({ href, name }: MapEntry) => element('a', { href }, [name]);
const say = (...parts: readonly (Node | string)[]) => element('p', {}, parts);

const byDistance = <T extends { at: LonLat }>(from: LonLat, places: readonly T[]) =>
  places.map((place) => ({ place, km: kilometresBetween(from, place.at) })).sort((a, b) => a.km - b.km);

/** The nearest of the offices whose own place was measured: between anything less, no distance is told. */
export function nearestTo(from: LonLat, entries: readonly MapEntry[]): NearAnswer {
  const measured = entries.flatMap((entry) =>
    entry.at && entry.office.placed === 'office' ? [{ entry, at: entry.at }] : [],
  );
  const known = byDistance(from, measured).slice(0, SHOWN);
  const lines = known.map(({ place: { entry }, km }) =>
    element('li', {}, [
      link(entry),
      element('span', {}, [`，${entry.countyName}，直线${distanceInWords(km)}`]),
    ]),
  );
  const others = entries.length - measured.length;
  // The map of a county knows nothing of what lies beyond it.
  const own = new Set(entries.map(({ office }) => office.county)).size === 1 ? '本县' : '';
  return {
    nodes: [
      say(`从您现在的位置算起，${own}有实测位置的司法所里最近的是：`),
      element('ol', {}, lines),
      say(
        `${others > 0 ? `另有${others}个所没有实测位置，可能更近。` : ''}近的不一定管您那里：办事先看上面“您归哪个所”。`,
      ),
    ],
    from,
    near: known.slice(0, 1).map(({ place }) => place.at),
  };
}

const REFUSALS: Readonly<Record<number, string>> = {
  1: '您没有允许定位。不要紧，上面“您归哪个所”写地名就能找。',
  2: '手机现在定不了位。请用上面“您归哪个所”，写地名来找。',
  3: '定位等得太久。请到开阔处再试，或用上面“您归哪个所”，写地名来找。',
};

/** Asks the device where it is: only ever called from a press. Nothing is sent anywhere. */
export function askDevice(): Promise<LonLat | string> {
  if (!window.isSecureContext)
    return Promise.resolve('这个网址不是https开头，浏览器不允许定位。请用上面“您归哪个所”，写地名来找。');
  if (!('geolocation' in navigator))
    return Promise.resolve('这个浏览器不能定位。请用上面“您归哪个所”，写地名来找。');
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      ({ code }) => resolve(REFUSALS[code] ?? REFUSALS[2] ?? ''),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  });
}
