import { describe, expect, it } from 'vitest';
import { fillOf, linesOf } from '../../src/views/poster/fill.ts';
import { posterView } from '../../src/views/poster/board.ts';
import { weekOf } from '../../src/views/poster/week.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { aContent } from '../helpers/content.ts';

describe('the week on a notice board', () => {
  it('has a line for each person and a column for each workday', () => {
    const week = weekOf(['示例甲', '示例乙'], undefined);
    expect(week.people).toEqual(['示例甲', '示例乙']);
    expect(week.days).toEqual(['周一', '周二', '周三', '周四', '周五']);
  });

  it('has a column for a Saturday on which the office is open', () => {
    const week = [{ days: [2, 6], sessions: ['09:00-12:00'] }];
    const hours = { seasons: [{ name: '全年', from: '01-01', to: '12-31', week }] };
    expect(weekOf([], hours).days.at(-1)).toBe('周六');
  });

  it('has empty lines for names where nobody is known', () => {
    expect(weekOf([], undefined).people.every((name) => name === '')).toBe(true);
    expect(weekOf([], undefined).people.length).toBeGreaterThan(1);
  });

  it('offers the six words that may be published and no other', () => {
    expect(weekOf([], undefined).states).toEqual([
      '在岗',
      '入户走访',
      '会议培训',
      '公出',
      '休假',
      '其他公务',
    ]);
  });
});

describe('the size of type on a notice board', () => {
  it('counts a text of one character as a line, and one character too many as two', () => {
    expect(linesOf(['字'], 10)).toBe(1);
    expect(linesOf(['字'.repeat(11)], 10)).toBe(2);
    expect(linesOf([''], 10)).toBe(1);
  });

  it('never grows with more to say', () => {
    const order = ['normal', 'full', 'crowded', 'packed'];
    const fills = [10, 20, 30, 40, 50].map((lines) => fillOf({ reach: lines, guides: lines, people: lines }));
    for (const sheet of ['a3', 'a4'] as const) {
      const ranks = fills.map((fill) => order.indexOf(fill[sheet]));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect([ranks[0], ranks.at(-1)]).toEqual([0, 3]);
    }
  });
});

describe('what stands on a notice board', () => {
  const { catalogue } = aContent();
  const office = catalogue!.offices[0]!;
  const [guide] = catalogue!.services;
  const many = (count: number): Catalogue => ({
    ...catalogue!,
    services: Array.from({ length: count }, (_, at) => ({ ...guide!, slug: `guide-${at}` })),
  });
  const guidesOn = (count: number) => {
    const { guides, more, fill } = posterView(
      { ...office, record: { ...office.record, services: undefined } },
      many(count),
    );
    return { told: guides.length, more, fill };
  };

  it('is every guide, as long as there is room for them', () => {
    expect(guidesOn(8)).toMatchObject({ told: 8, more: 0 });
  });

  it('is fewer guides, told how many more there are, rather than type that nobody can read', () => {
    const { told, more, fill } = guidesOn(90);
    expect(told).toBeGreaterThanOrEqual(6);
    expect(told).toBeLessThan(90);
    expect(told + more).toBe(90);
    expect([fill.a3, fill.a4]).not.toContain('packed');
  });
});
