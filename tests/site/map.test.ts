import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { MapData } from '../../src/views/map.ts';
import {
  all,
  attribute,
  broken,
  DIST,
  type Element,
  isOffice,
  isSample,
  type Page,
  readSite,
  textOf,
} from '../helpers/dist.ts';
import { realOffices } from '../helpers/raw-content.ts';

const { pages, folder, files } = readSite(DIST);
const map = pages.find(({ path }) => path === '/map/')!;

const within = (node: Element, tag: string): Element[] =>
  node.childNodes.flatMap((child) =>
    'tagName' in child ? [...(child.tagName === tag ? [child] : []), ...within(child, tag)] : [],
  );

const list = all(map, 'ul').find((one) => attribute(one, 'data-part') === 'list')!;
const items = within(list, 'li');
const block = all(map, 'script').find((one) => attribute(one, 'type') === 'application/json')!;
const data = JSON.parse(
  block.childNodes.map((node) => ('value' in node ? node.value : '')).join(''),
) as MapData;

describe('the page of the map', () => {
  it('has a list named 司法所列表 with every office, each with its page', () => {
    const label = attribute(list, 'aria-labelledby');
    expect(
      all(map, 'h2')
        .filter((one) => attribute(one, 'id') === label)
        .map(textOf),
    ).toEqual(['司法所列表']);
    const links = items.map((item) => attribute(within(item, 'a')[0]!, 'href'));
    expect(links.toSorted()).toEqual(
      realOffices()
        .map(({ path }) => path)
        .toSorted(),
    );
  });

  it('draws what the list has, no more and no less', () => {
    expect(data.offices.map(({ id }) => id)).toEqual(items.map((item) => attribute(item, 'data-id')));
    const words = { office: '实测位置', township: '大致位置', none: '位置未公开' };
    const wrong = data.offices.filter(({ placed }, at) => !textOf(items[at]!).includes(words[placed]));
    expect(wrong).toEqual([]);
  });

  it('places only what is known', () => {
    expect(data.offices.filter(({ at, placed }) => (at === undefined) !== (placed === 'none'))).toEqual([]);
  });

  it('hides what needs a script until there is one', () => {
    const tools = all(map, 'div').filter((one) => attribute(one, 'data-part') === 'tools');
    expect(tools.map((one) => attribute(one, 'hidden'))).toEqual(['', '']);
    // The switch of 长者模式 keeps its place, out of sight until its script runs (tests/browser/modes.test.ts).
    const switches = all(map, 'elder-mode').flatMap((one) => [...within(one, 'button')]);
    const controls = all(map, 'select', 'input', 'button').filter((one) => {
      if (switches.includes(one)) return false;
      const inTools = tools.some((part) => within(part, one.tagName).includes(one));
      return !inTools && attribute(one, 'name') !== 'q' && attribute(one, 'type') !== 'submit';
    });
    expect(controls.map((one) => attribute(one, 'id') ?? one.tagName)).toEqual([]);
  });

  it('brings the drawing’s code to no other page, and at most 60 kB of it', () => {
    const scripts = (page: Page) =>
      all(page, 'script')
        .flatMap((one) => attribute(one, 'src') ?? [])
        .filter((src) => src.includes('MapPage'));
    const [own = ''] = scripts(map);
    const code = (file: string) => readFileSync(join(folder, file));
    // What draws is fetched when the reader comes near.
    const [, drawing = ''] = /import\([`"']\.\/([^`"']+)[`"']\)/.exec(code(own).toString()) ?? [];
    const size = gzipSync(code(join(dirname(own), drawing)), { level: 9 }).length;
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThan(60 * 1024);
    expect(broken(pages, (page) => (page === map ? [] : scripts(page)))).toEqual([]);
  });

  it('has no layer of others unless it was configured', () => {
    expect(map.html).not.toContain('tianditu');
    expect(files.has('/map/boundaries.geojson')).toBe(false);
  });
});

describe('the page of an office', () => {
  const placed = new Map(data.offices.map((office) => [`/offices/${office.id}/`, office]));
  const figure = (page: Page) => all(page, 'figure').filter((one) => attribute(one, 'class') === 'locator');
  const foreign = (page: Page) =>
    all(page, 'a').filter((one) =>
      /^(?:geo:|https:\/\/(?:uri\.amap|api\.map\.baidu|apis\.map\.qq))/.test(attribute(one, 'href') ?? ''),
    );

  it('with a point of its own shows where it is, in a picture and in words', () => {
    const wrong = (page: Page) => {
      const [drawn] = figure(page);
      const known = placed.get(page.path)?.placed !== 'none';
      if (known !== Boolean(drawn)) return [known ? '没有示意图' : '不该有示意图'];
      return !drawn || /大致位置|实测位置/.test(textOf(drawn)) ? [] : ['没有写准确到什么程度'];
    };
    expect(broken(pages.filter(isOffice), wrong)).toEqual([]);
  });

  it('leads to four map services, and says that this leaves the site', () => {
    const wrong = (page: Page) => [
      ...(foreign(page).length === 4 ? [] : [`${foreign(page).length} 个导航链接`]),
      ...foreign(page)
        .filter((one) => attribute(one, 'rel') !== 'noopener noreferrer')
        .map((one) => attribute(one, 'href') ?? ''),
      ...(page.html.includes('离开本站') ? [] : ['没有写离开本站']),
    ];
    expect(broken(pages.filter(isOffice), wrong)).toEqual([]);
  });

  it('gives a coordinate to a map service only where it was surveyed', () => {
    const wrong = (page: Page) => {
      const surveyed = placed.get(page.path)?.placed === 'office';
      return foreign(page)
        .map((one) => attribute(one, 'href') ?? '')
        .filter((href) => /\d\.\d{3,}/.test(href) !== surveyed);
    };
    expect(broken(pages.filter(isOffice), wrong)).toEqual([]);
  });

  it('a fictional one leads nowhere', () => {
    expect(broken(pages.filter(isSample), (page) => foreign(page).map(textOf))).toEqual([]);
  });
});

it('the open data of places says of each office what is known, and what it was made from', () => {
  const file = JSON.parse(readFileSync(join(folder, 'data/offices.geojson'), 'utf8')) as {
    readonly inputsDigest: string;
    readonly licence: string;
    readonly features: readonly {
      readonly id: string;
      readonly geometry: { readonly coordinates: readonly number[] } | null;
      readonly properties: { readonly precision: string };
    }[];
  };
  expect(file.inputsDigest).toMatch(/^sha256:[0-9a-f]{16}$/);
  expect(file.licence).not.toBe('');
  expect(file.features).toHaveLength(realOffices().length);
  const told = new Map(file.features.map(({ id, geometry }) => [id, geometry?.coordinates]));
  expect(data.offices.filter(({ id, at }) => String(told.get(id)) !== String(at))).toEqual([]);
});
