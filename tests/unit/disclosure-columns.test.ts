import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/types.ts';
import type { Assessment } from '../../src/domain/disclosure/assess.ts';
import { lackingElements } from '../../src/domain/disclosure/guide-elements.ts';
import { blankColumns, lapsedColumns, lateColumns } from '../../src/domain/disclosure/indicator-columns.ts';
import type { ServiceRecord } from '../../src/schemas/service.ts';
import { assessed, type Cells, missing, published, stale, TODAY } from '../helpers/assessment.ts';

describe('the self-check of columns', () => {
  const notice = (category: string, day: string) => ({ data: { category, published: day } });
  const catalogue = (notices: unknown[], more: object = {}) =>
    ({
      notices,
      offices: [],
      services: [1],
      functions: [1],
      rules: [1],
      laws: [1],
      ...more,
    }) as unknown as Catalogue;
  const late = (news: string, notices: string) =>
    lateColumns(catalogue([notice('工作动态', news), notice('通知公告', notices)]), TODAY);

  it('news must be of two weeks, notices of six months', () => {
    expect(late('2026-11-16', '2026-05-29')).toMatchObject({ outcome: 'passed', found: '都有更新' });
    expect(late('2026-11-15', '2026-05-29')).toMatchObject({
      outcome: 'below',
      found: '未更新1个：工作动态',
    });
    expect(late('2026-11-16', '2026-05-28').found).toBe('未更新1个：通知公告');
    expect(lateColumns(catalogue([]), TODAY)).toMatchObject({
      name: '栏目不更新',
      found: '未更新2个：工作动态、通知公告',
    });
    const offices = [{ notices: [notice('工作动态', TODAY)] }];
    expect(lateColumns(catalogue([notice('工作动态', '2020-01-01')], { offices }), TODAY).found).toBe(
      '未更新1个：通知公告',
    );
  });

  it('a column lapses where it is stale somewhere and up to date nowhere', () => {
    const found = (offices: Record<string, Cells>) => lapsedColumns(assessed(offices));
    expect(found({ a: [stale(), published(), stale()], b: [missing] })).toMatchObject({
      outcome: 'below',
      found: '1个：电话',
    });
    expect(found({ a: [stale()], b: [published()] })).toMatchObject({ outcome: 'passed', found: '没有发现' });
    expect(found({ a: [missing] }).found).toBe('没有发现');
  });

  it('columns fail from ten that lapsed on; each is named', () => {
    const lapsed = (count: number) => {
      const items = Array.from({ length: count }, (_, at) => ({ id: `${at}`, title: `第${at}项` }));
      const cells = items.map((item) => ({ item, evidence: stale() }));
      return lapsedColumns({ items, counties: [{ offices: [{ cells }] }] } as unknown as Assessment);
    };
    expect(lapsed(2)).toMatchObject({ outcome: 'below', found: '2个：第0项、第1项' });
    expect([lapsed(9).outcome, lapsed(10).outcome]).toEqual(['below', 'failed']);
  });

  it('blank columns of the site, and items of which no office has anything', () => {
    const one = [notice('工作动态', TODAY)];
    const full = assessed({ a: [published(), published(), published()] });
    const half = assessed({ a: [missing, published(), missing], b: [missing, missing, published()] });
    expect(blankColumns(catalogue(one), full)).toMatchObject({
      name: '空白栏目',
      outcome: 'passed',
      found: '没有空白的一级栏目',
    });
    expect(blankColumns(catalogue(one), half)).toMatchObject({
      outcome: 'below',
      found: '没有空白的一级栏目；另有1类事项在所有司法所的页面上都是待公开：电话',
    });
    const bare = assessed({ a: [missing, missing, published()] });
    expect(blankColumns(catalogue(one), bare).found).toContain(
      '另有2类事项在所有司法所的页面上都是待公开：电话、地址',
    );
    expect(blankColumns(catalogue([], { laws: [] }), full)).toMatchObject({
      outcome: 'below',
      found: '空白2个：法律依据、公告和所务',
    });
    const empty = { laws: [], services: [], functions: [], rules: [] };
    expect(blankColumns(catalogue([], empty), full)).toMatchObject({
      outcome: 'failed',
      found: '空白5个：办事指南、工作职能、工作规则、法律依据、公告和所务',
    });
    expect(blankColumns(catalogue(one, empty), full).outcome).toBe('below');
  });
});

describe('the elements of a guide', () => {
  const whole = {
    title: '甲',
    basis: [1],
    conditions: [1],
    materials: [1],
    place: '甲',
    time: '甲',
    consult: '办公电话',
    steps: [1],
  };
  const lacking = (more: object) => lackingElements({ ...whole, ...more } as unknown as ServiceRecord);

  it('each that is lacking is named', () => {
    expect(lacking({})).toEqual([]);
    for (const consult of ['12348', '拨打热线']) expect(lacking({ consult })).toEqual([]);
    expect(
      lacking({
        title: '',
        basis: [],
        conditions: [],
        materials: [],
        place: '',
        time: '',
        consult: '1234',
        steps: [],
      }),
    ).toEqual([
      '事项名称',
      '设定依据',
      '申请条件',
      '办理材料',
      '办理地点',
      '办理时间',
      '联系电话',
      '办理流程',
    ]);
  });
});
