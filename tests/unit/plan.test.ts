import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/catalogue/load.ts';
import { folders } from '../../src/command/command.ts';
import { MEASURES } from '../../src/domain/standards/measures.ts';
import { planView, taskState } from '../../src/views/plan.ts';
import { sitemapView } from '../../src/views/sitemap.ts';
import { aContent, CONTENT_DAY, fields, problemsOf, TODAY } from '../helpers/content.ts';

const { catalogue } = loadContent(folders({}).content, { today: CONTENT_DAY });
const plan = catalogue?.plan;
if (!catalogue || !plan) throw new Error('the content has no plan');

/** The numbered clauses of 乐府办函〔2018〕71号, with what stands before them. */
const CLAUSES = [
  ...['前言', '一'],
  ...[1, 2, 3].map((at) => `二（一）${at}`),
  ...[1, 2, 3, 4].map((at) => `二（二）${at}`),
  ...[1, 2].map((at) => `二（三）${at}`),
  ...[1, 2, 3, 4, 5].map((at) => `二（四）${at}`),
  ...[1, 2, 3, 4, 5].map((at) => `二（五）${at}`),
  ...['一', '二', '三', '四'].map((at) => `三（${at}）`),
];

const point = { text: '设一个所', at: ['/offices/'] };
const planOf = (...points: object[]) => ({
  'plan.json': {
    law: 'mediation-law',
    updated: '2026-11-01',
    clauses: [{ id: '一', title: '设置', responsible: ['示例局', '示例办'], points }],
  },
});
const YEAR = {
  year: 2026,
  published: '2026-01-10',
  source: '示例市司法局',
  tasks: [
    { text: '消除无房所', counties: ['dong'], due: '2026-12-31' },
    { text: '统一标识', due: '2026-06-30', done: '2026-06-01' },
    { text: '接入外网', due: '2026-06-30' },
  ],
  inspections: [
    { on: '2026-07-01', by: '示例市司法局', what: '业务用房', found: ['两个所被占用'], due: '2026-09-01' },
  ],
};

describe('the plan on this site', () => {
  it('has every numbered clause, in order', () => {
    expect(plan.clauses.map(({ id }) => id)).toEqual(CLAUSES);
  });

  it('places every sentence or says why not, and names who leads wherever the plan does', () => {
    for (const { id, responsible, points } of plan.clauses) {
      for (const { at, declined } of points) expect(at ?? declined).toBeTruthy();
      expect(responsible.length > 0).toBe(id.startsWith('二'));
    }
  });

  it('asks for every measure that is computed here, and measures what stands there', () => {
    const asked = new Set(plan.clauses.flatMap(({ points }) => points.flatMap((one) => one.measures ?? [])));
    expect(MEASURES.filter(({ id }) => !asked.has(id)).map(({ id }) => id)).toEqual([]);
    const wrong = plan.clauses.flatMap(({ id: clause, points }) =>
      points.flatMap(({ measures = [] }) =>
        measures.filter((id) => MEASURES.find((one) => one.id === id)?.clause !== clause),
      ),
    );
    expect(wrong.filter((id) => id !== 'has-premises')).toEqual([]);
  });

  it('calls every page that it leads to by a name', () => {
    const view = planView(catalogue, CONTENT_DAY);
    const links = view?.clauses.flatMap(({ points }) => points.flatMap(({ at }) => at)) ?? [];
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter(({ name }) => name.startsWith('/'))).toEqual([]);
  });

  it('is not there where the standards are off, nor in the map of the site', () => {
    expect(planView(catalogue, TODAY)?.counts.clauses).toBe(CLAUSES.length);
    const site = { ...catalogue.site, features: { ...catalogue.site.features, standards: false } };
    const off = { ...catalogue, site };
    expect(planView(off, TODAY)).toBeUndefined();
    expect(JSON.stringify(sitemapView(off))).not.toContain('/standards/');
  });
});

describe('the check of a plan', () => {
  it.each([
    ['a sentence that is neither placed nor declined', planOf({ text: '设一个所' }), '不登的理由'],
    [
      'a page that is not there',
      planOf({ text: '设一个所', at: ['/nowhere/'] }),
      '站内没有 /nowhere/ 这一页',
    ],
    ['a measure that is not computed', planOf({ ...point, measures: ['areas'] }), '没有“areas”这个指标'],
    ['a year twice', { 'progress.json': { years: [YEAR, YEAR] } }, '2026年写了两次'],
    [
      'a county that is not there',
      { 'progress.json': { years: [{ ...YEAR, tasks: [{ ...YEAR.tasks[0], counties: ['nan'] }] }] } },
      '没有“nan”这个县',
    ],
  ])('refuses %s', (_, overrides, told) => {
    expect(problemsOf(overrides)).toEqual([expect.stringContaining(told)]);
  });
});

describe('the yearly progress of a bureau', () => {
  const seen = aContent({ ...planOf(point), 'progress.json': { years: [YEAR] } }).catalogue;
  const view = seen && planView(seen, TODAY);

  it('tells of each task by the day whether it is done, late or still open, the nearest term first', () => {
    expect(view?.years[0]?.tasks.map(({ text, state }) => [text, state])).toEqual([
      ['统一标识', 'done'],
      ['接入外网', 'late'],
      ['消除无房所', 'open'],
    ]);
    expect(view?.years[0]?.tasks[2]?.where).toBe(seen?.counties[0]?.record.name);
  });

  it('tells what an inspection found, and that nobody has reported it mended', () => {
    expect(view?.years[0]?.inspections[0]).toMatchObject({ found: ['两个所被占用'], state: 'late' });
  });

  it('calls nothing late on its last day', () => {
    expect(taskState({ due: '2026-12-31' }, '2026-12-31')).toBe('open');
    expect(taskState({ due: '2026-12-31' }, '2027-01-01')).toBe('late');
    expect(taskState({ due: '2026-12-31', done: '2027-02-01' }, '2027-02-01')).toBe('done');
  });

  it('has no date that lies ahead of the day it was published on', () => {
    const ahead = fields({ 'years[0].published': '2027-01-01' });
    expect(problemsOf({ 'progress.json': ahead(JSON.stringify({ years: [YEAR] })) }).join()).toContain(
      '2027-01-01 还没有到',
    );
  });
});
