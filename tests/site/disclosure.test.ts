import { FORMULA } from '../../src/domain/disclosure/score.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { DisclosureFile } from '../../src/exports/disclosure.ts';
import { all, attribute, below, DIST, type Element, type Page, readSite, textOf } from '../helpers/dist.ts';
import { resolver } from '../helpers/links.ts';

const site = readSite(DIST);
const read = (file: string) => readFileSync(join(DIST, 'data', file), 'utf8');
const table = (file: string): Record<string, string>[] =>
  parse(read(file), { bom: true, columns: true, relax_column_count: false });

const pageAt = (path: string): Page => {
  const page = site.pages.find((one) => one.path === path);
  if (!page) throw new Error(`no page ${path}`);
  return page;
};

const page = pageAt('/disclosure/');
const data = JSON.parse(read('disclosure.json')) as DisclosureFile;
const within = (element: Element, tag: string) => [...below(element)].filter((one) => one.tagName === tag);

/** The rows of the tables of a page: the office and its cells. */
const rowsOf = (from: Page) =>
  all(from, 'tr').flatMap((row) => {
    const id = attribute(row, 'data-id');
    return id === undefined ? [] : [{ id, cells: within(row, 'td') }];
  });

const rows = rowsOf(page);

/** Words that the page says for the eye or for the ear. */
const wordOf = (cell: Element) => textOf(cell).replace(/^\S+\s*/, '');

describe('the matrix of disclosure', () => {
  it('has a row for each of the 132 offices and a cell for each item', () => {
    expect(rows).toHaveLength(132);
    expect(new Set(rows.map(({ cells }) => cells.length))).toEqual(new Set([data.items.length]));
  });

  it('agrees with disclosure.json cell by cell', () => {
    const shown = rows.map(({ id, cells }) => [
      id,
      cells.map((cell) => [
        attribute(cell, 'data-state'),
        within(cell, 'a').map((one) => attribute(one, 'href')),
      ]),
    ]);
    expect(
      data.offices.map(({ id, cells }) => [id, cells.map(({ state, link }) => [state, [link]])]),
    ).toEqual(shown);
  });

  it('agrees with disclosure.csv cell by cell, in words', () => {
    const shown = rows.flatMap(({ id, cells }) =>
      cells.map((cell, at) => [
        id,
        data.items[at]?.id,
        wordOf(cell),
        attribute(within(cell, 'a')[0]!, 'href'),
      ]),
    );
    expect(
      table('disclosure.csv').map((line) => [line['编号'], line['事项编号'], line['状态'], line['网址']]),
    ).toEqual(shown);
  });

  it('the totals are those of its cells', () => {
    const states = rows.flatMap(({ cells }) => cells.map((cell) => attribute(cell, 'data-state')));
    const count = (state: string) => states.filter((one) => one === state).length;
    expect(data.counts).toMatchObject({
      published: count('published'),
      stale: count('stale'),
      missing: count('missing'),
      'not-applicable': count('not-applicable'),
    });
    const lead = textOf(all(page, 'p').find((one) => attribute(one, 'class') === 'lead')!);
    expect(lead).toContain(`已公开${count('published')}项`);
    expect(lead).toContain(`待公开${count('missing')}项`);
  });

  it('every cell leads to the evidence or to what is owed', () => {
    const wrongWith = resolver(site);
    const links = rows.flatMap(({ cells }) => cells.flatMap((cell) => within(cell, 'a')));
    expect(links).toHaveLength(132 * data.items.length);
    expect([...new Set(links.flatMap((one) => wrongWith(page, attribute(one, 'href') ?? '') ?? []))]).toEqual(
      [],
    );
  });

  it('says each state as a shape and as a word', () => {
    const cells = rows.flatMap((row) => row.cells);
    expect(
      cells.filter((cell) => !/^(?:● 已公开|◐ 待(?:核实|更新)|○ 待公开|－ 不适用)$/.test(textOf(cell))),
    ).toEqual([]);
  });

  it('what holds for a day says which: without script it is written on the office’s page', () => {
    const held = site.pages.flatMap((one) =>
      one.elements.flatMap((element) => attribute(element, 'data-until') ?? []),
    );
    expect(held.filter((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date))).toEqual([]);
    expect(held.length).toBeGreaterThan(0);
  });

  it('shows each office’s score as the data have it, and how it is worked out', () => {
    const shown = all(page, 'small').flatMap((one) => attribute(one, 'data-score') ?? []);
    expect(shown).toEqual(data.offices.map(({ score }) => String(score?.value)));
    expect(shown).toHaveLength(132);
    expect(textOf(all(page, 'main')[0]!)).toContain(FORMULA);
  });

  it('each item names its clause', () => {
    expect(
      data.items.filter(
        ({ basis = '' }) => !/乐府办函〔2018〕71号 二（[一二三四五]）\d|条例第.+条/.test(basis),
      ),
    ).toEqual([]);
  });

  it('has a tile for every office, the groups told in words', () => {
    const pictures = all(page, 'svg').filter((one) => attribute(one, 'role') === 'img');
    const tiles = pictures.reduce((sum, one) => sum + within(one, 'g').length, 0);
    expect(tiles).toBe(132);
    expect(pictures.filter((one) => !attribute(one, 'aria-label'))).toEqual([]);
  });
});

describe('the standards', () => {
  const standards = pageAt('/standards/');
  const lines = table('standards.csv');

  it('agree with standards.csv cell by cell', () => {
    const shown = rowsOf(standards).flatMap(({ id, cells }) =>
      cells.map((cell) => {
        const value = within(cell, 'small').map(textOf).join('');
        return [id, within(cell, 'span').map(textOf).at(-1), value];
      }),
    );
    expect(lines.map((line) => [line['编号'], line['结果'], line['报告的情况']])).toEqual(shown);
  });

  it('say that they are measured against the plan of 2018', () => {
    expect(textOf(all(standards, 'main')[0]!)).toContain('对照2018年方案');
  });
});

describe('every file of figures', () => {
  it('says its instant, its content and its licence', () => {
    expect(data).toMatchObject({
      asOf: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      inputsDigest: expect.stringMatching(/^sha256:/) as string,
      licence: 'CC BY 4.0',
    });
    for (const file of ['disclosure.csv', 'standards.csv']) {
      const wrong = table(file).filter(
        (line) => line['计算时间'] !== data.asOf || !line['内容指纹']?.startsWith('sha256:') || !line['许可'],
      );
      expect(wrong).toEqual([]);
    }
  });

  it('holds no sample', () => {
    for (const file of ['disclosure.json', 'disclosure.csv', 'standards.csv'])
      expect(read(file)).not.toMatch(/samples\/|示例/);
    for (const path of ['/disclosure/', '/standards/'])
      expect(all(pageAt(path), 'main').map(textOf).join('')).not.toContain('示例');
  });
});
