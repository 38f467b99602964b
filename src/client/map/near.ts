import { distanceInWords, kilometresBetween, type LonLat } from '../../domain/geo.ts';
import { findPlaces, type FoundPlace } from '../../domain/place-names.ts';
import { element } from '../element.ts';
import type { Entry } from './entries.ts';
import { precisionWord } from './marks.ts';

const SHOWN = 5;
const MOST_FOUND = 12;

export interface Answer {
  readonly nodes: readonly HTMLElement[];
  /** Where the reader is, and what was found near; absent when that is not known. */
  readonly from?: LonLat;
  readonly near?: readonly LonLat[];
}

const link = ({ href, name }: Entry) => element('a', { href }, [name]);
const say = (...parts: readonly (Node | string)[]) => element('p', {}, parts);

const byDistance = <T extends { at: LonLat }>(from: LonLat, places: readonly T[]) =>
  places.map((place) => ({ place, km: kilometresBetween(from, place.at) })).sort((a, b) => a.km - b.km);

/** The nearest offices whose place is known, and the nearest county seat for those whose place is not. */
export function nearestTo(from: LonLat, entries: readonly Entry[], origin: string): Answer {
  const known = byDistance(
    from,
    entries.flatMap((entry) => (entry.at ? [{ entry, at: entry.at }] : [])),
  ).slice(0, SHOWN);
  const unknown = entries.filter(({ at }) => !at);
  const seats = new Map(
    unknown.flatMap(({ seat, countyName }) => (seat ? [[countyName, seat] as const] : [])),
  );
  const [seat] = byDistance(
    from,
    [...seats].map(([name, at]) => ({ name, at })),
  );
  const lines = known.map(({ place: { entry }, km }) =>
    element('li', {}, [
      link(entry),
      element('span', {}, [
        `，${entry.countyName}，${distanceInWords(km, entry.office.placed !== 'office')}（${precisionWord(entry)}，直线）`,
      ]),
    ]),
  );
  return {
    nodes: [
      say(known.length > 0 ? `${origin}，知道位置的司法所里最近的是：` : '还没有司法所公开了位置。'),
      ...(lines.length > 0 ? [element('ol', {}, lines)] : []),
      ...(seat
        ? [
            say(
              `另有${unknown.length}个所没有公开位置，可能更近。最近的县城：${seat.place.name}，${distanceInWords(seat.km, true)}。`,
            ),
          ]
        : []),
    ],
    from,
    near: known.slice(0, 1).map(({ place }) => place.at),
  };
}

const foundLine = ({ place, name }: FoundPlace<Entry>) =>
  element('li', {}, [`${name}（${place.countyName}）归 `, link(place)]);

/** The office of a township, village or community by its name, and what is near where that is known. */
export function nearestToName(text: string, entries: readonly Entry[]): Answer {
  const found = findPlaces(text, entries);
  const [first] = found;
  if (!first)
    return {
      nodes: [
        say(`没有找到“${text.trim()}”。请写乡镇、街道、村或社区的名字；也可以看下面的列表。`),
      ],
    };
  const lines = element('ul', {}, found.slice(0, MOST_FOUND).map(foundLine));
  if (found.length > 1) {
    const more = found.length > MOST_FOUND ? '（只列出一部分，请把县名也写上）' : '';
    return { nodes: [say(`有${found.length}处叫这个名字${more}：`), lines] };
  }
  const { at, seat, countyName } = first.place;
  const from = at ?? seat;
  if (!from) return { nodes: [lines, say(`${countyName}县城的位置还没有数据，算不出距离。`)] };
  const origin = at ? '从这个所的位置算起' : `这里的位置没有数据，从${countyName}县城算起`;
  const others = entries.filter((entry) => entry !== first.place);
  const answer = nearestTo(from, others, origin);
  return { ...answer, nodes: [lines, ...answer.nodes] };
}

const REFUSALS: Readonly<Record<number, string>> = {
  1: '您没有允许定位。不要紧，写上乡镇或村的名字，一样能找。',
  2: '手机现在定不了位。请写上乡镇或村的名字来找。',
  3: '定位等得太久。请到开阔处再试，或写上乡镇或村的名字来找。',
};

/** Asks the device where it is: only ever called from a press. Nothing is sent anywhere. */
export function askDevice(): Promise<LonLat | string> {
  if (!window.isSecureContext)
    return Promise.resolve('这个网址不是https开头，浏览器不允许定位。请写上乡镇或村的名字来找。');
  if (!('geolocation' in navigator)) return Promise.resolve('这个浏览器不能定位。请写上乡镇或村的名字来找。');
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      ({ code }) => resolve(REFUSALS[code] ?? REFUSALS[2] ?? ''),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  });
}
