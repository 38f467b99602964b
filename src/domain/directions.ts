/**
 * Addresses that open a place in the map services people have on their phones. Each wants its own order of the
 * two numbers; all four take the datum named here, so no third one is needed (facts A10-4).
 */
import type { LonLat } from './geo.ts';

interface Destination {
  /** The office's full name. */
  readonly name: string;
  /** 乐山市: said before the name in a search, and the region of it. */
  readonly city: string;
  readonly address?: string | undefined;
  /** Only a point measured at the door; below that precision a coordinate would mislead. */
  readonly surveyed?: { readonly wgs84: LonLat; readonly gcj02: LonLat } | undefined;
}

interface DirectionLink {
  readonly service: 'amap' | 'baidu' | 'tencent' | 'geo';
  readonly name: string;
  readonly href: string;
}

const NAMES = { amap: '高德地图', baidu: '百度地图', tencent: '腾讯地图', geo: '手机里的地图应用' } as const;

/** Who sends the visitor: each service asks for a word of its own form. */
const CALLER = { src: 'open-office', webapp: 'webapp.open-office.sifasuo' } as const;

const DECIMALS = 6;

/** A query; the marks between numbers stay readable, as the services write them themselves. */
const encoded = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':')
    .replace(/%3B/g, ';');

const lonLat = ({ lon, lat }: LonLat) => `${lon.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)}`;
const latLon = ({ lon, lat }: LonLat) => `${lat.toFixed(DECIMALS)},${lon.toFixed(DECIMALS)}`;

/** Marks that a service reads as its own punctuation. */
const plain = (text: string) => text.replace(/[;:|]/g, ' ');

function toPoint(name: string, address: string, wgs84: LonLat, gcj02: LonLat) {
  const marker = `coord:${latLon(gcj02)};title:${plain(name)};addr:${plain(address)}`;
  return {
    amap: `https://uri.amap.com/marker?${encoded({ position: lonLat(gcj02), name, src: CALLER.src, coordinate: 'gaode', callnative: '1' })}`,
    baidu: `https://api.map.baidu.com/marker?${encoded({ location: latLon(gcj02), title: plain(name), content: plain(address), output: 'html', coord_type: 'gcj02', src: CALLER.webapp })}`,
    tencent: `https://apis.map.qq.com/uri/v1/marker?${encoded({ marker, referer: CALLER.src })}`,
    // RFC 5870: latitude first, WGS-84.
    geo: `geo:${latLon(wgs84)}?q=${latLon(wgs84)}(${encodeURIComponent(name)})`,
  };
}

function toSearch(keyword: string, region: string) {
  return {
    amap: `https://uri.amap.com/search?${encoded({ keyword, src: CALLER.src, callnative: '1' })}`,
    baidu: `https://api.map.baidu.com/place/search?${encoded({ query: keyword, region, output: 'html', src: CALLER.webapp })}`,
    tencent: `https://apis.map.qq.com/uri/v1/search?${encoded({ keyword, region, referer: CALLER.src })}`,
    geo: `geo:0,0?q=${encodeURIComponent(keyword)}`,
  };
}

/** The four ways to a destination: to its coordinate where it was surveyed, else a search for its name. */
export function directionLinks({ name, city, address, surveyed }: Destination): DirectionLink[] {
  const keyword = name.startsWith(city) ? name : `${city}${name}`;
  const links = surveyed
    ? toPoint(name, address ?? '', surveyed.wgs84, surveyed.gcj02)
    : toSearch(keyword, city);
  return (['amap', 'baidu', 'tencent', 'geo'] as const).map((service) => ({
    service,
    name: NAMES[service],
    href: links[service],
  }));
}
