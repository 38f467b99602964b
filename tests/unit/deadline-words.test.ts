import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../src/command/command.ts';
import { isDate } from '../../src/domain/dates.ts';
import { deadlineInWords } from '../../src/domain/deadline-words.ts';
import { deadline } from '../../src/domain/deadlines.ts';
import type { LimitRecord } from '../../src/schemas/limit.ts';
import { deadlineData } from '../../src/views/deadlines.ts';
import { limitInWords } from '../../src/views/limits.ts';
import { year2026 } from '../helpers/calendars.ts';

const SERVICES = join(ROOT, 'national/services');
const known = { calendars: [year2026] };

const guides = readdirSync(SERVICES).map((file) => {
  const front = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(SERVICES, file), 'utf8'))?.[1] ?? '';
  const { limits } = parse(front) as { limits: LimitRecord[] };
  return {
    slug: file.replace('.mdx', ''),
    limits: limits.map((one) => ({ ...one, text: limitInWords(one), costly: false })),
  };
});
const limits = guides.flatMap((guide) => guide.limits.map((one) => ({ ...one, guide: guide.slug })));

const of = (guide: string, id: string) => {
  const found = limits.find((one) => one.guide === guide && one.id === id);
  if (!found) throw new Error(`no limit ${id} in ${guide}`);
  return found;
};
const words = (guide: string, id: string, start: string) => deadlineInWords(of(guide, id), start, known);

describe('every limit of every guide', () => {
  it.each(limits.map((one) => [`${one.guide} ${one.id}`, one] as const))('has a result: %s', (_name, one) => {
    for (const start of [
      '2026-01-01',
      '2026-02-13',
      '2026-09-30',
      '2026-11-22',
      '2026-12-31',
      '2025-06-30',
    ]) {
      const { kind, date } = deadline(one, start, known);
      expect(isDate(date)).toBe(true);
      expect(date < start).toBe(one.direction === 'before');
      if (kind === 'date') expect(date.startsWith('2026')).toBe(true);
      expect(deadlineInWords(one, start, known).when).toMatch(/\d{4}年\d+月\d+日（周[一二三四五六日]）/);
    }
  });
});

describe('in words', () => {
  it('an agency’s last day at a weekend', () => {
    expect(words('legal-aid', 'review', '2026-11-22')).toEqual({
      when: '最迟2026年11月29日（周日）',
      notes: ['这天是周末，一般可以顺延到2026年11月30日（周一），以办理机关答复为准。'],
    });
  });

  it('a resident’s in a holiday: the workday before it', () => {
    expect(words('reconsideration', 'apply', '2026-08-05').notes.join('')).toContain(
      '不晚于2026年9月30日（周三）',
    );
  });

  it('working days name the holidays left out', () => {
    expect(words('information-request', 'answer', '2026-09-22').notes).toEqual([
      '只数工作日，周末、中秋节假期、国庆节假期不算。',
    ]);
  });

  it('a year without data is said to be missing', () => {
    const { when, notes } = words('reconsideration', 'supplement', '2026-12-24');
    expect(when).toBe('稳妥起见，最迟2027年1月5日（周二）');
    expect(notes.join('')).toContain('本站还没有2027年的放假安排');
  });

  it('hours end at the same time of day', () => {
    expect(words('legal-aid', 'custody', '2026-11-22').when).toBe('最迟2026年11月23日（周一）的同一时间');
  });
});

describe('in words, of limits of every kind', () => {
  const limit = (more: Partial<LimitRecord>) =>
    ({
      value: 3,
      unit: '日',
      direction: 'within',
      whose: 'resident',
      label: '',
      text: '',
      ...more,
    }) as Parameters<typeof deadlineInWords>[0];
  const told = (more: Partial<LimitRecord>, start: string) => {
    const { when, notes } = deadlineInWords(limit(more), start, known);
    return [when, ...notes];
  };
  const FIRST = '当天算第1天，这样算最稳妥。';

  it('who must be back in time counts the day itself; an agency does not', () => {
    expect(told({ direction: 'atMost' }, '2026-11-22')).toEqual(['最长到2026年11月24日（周二）', FIRST]);
    expect(told({ direction: 'atMost', whose: 'agency' }, '2026-11-22')).toEqual([
      '最长到2026年11月25日（周三）',
    ]);
    expect(told({ direction: 'within' }, '2026-11-23')).toEqual(['最迟2026年11月26日（周四）']);
    expect(told({ direction: 'atMost', unit: '小时', value: 24 }, '2026-11-22')).toEqual([
      '最迟2026年11月23日（周一）的同一时间',
    ]);
  });

  it('months and years end on the same day number, or on the month’s last day', () => {
    expect(told({ unit: '年', value: 1 }, '2025-11-23')).toEqual(['最迟2026年11月23日（周一）']);
    expect(told({ unit: '月', value: 1 }, '2026-10-31')[0]).toBe('最迟2026年11月30日（周一）');
  });

  it('a last day of rest: what to do about it', () => {
    expect(told({}, '2026-11-25')).toEqual([
      '最迟2026年11月28日（周六）',
      '这天是周末，最稳妥是不晚于2026年11月27日（周五）。法律一般允许顺延到2026年11月30日（周一），以办理机关答复为准。',
    ]);
    expect(told({ whose: 'agency' }, '2026-09-28')).toEqual([
      '最迟2026年10月1日（周四）',
      '这天是国庆节假期，一般可以顺延到2026年10月8日（周四），以办理机关答复为准。',
    ]);
    expect(told({ direction: 'before' }, '2026-10-08')).toEqual([
      '最迟2026年9月30日（周三）',
      '往前数到2026年10月5日（周一），是国庆节假期，所以要提前到这天。',
    ]);
    expect(told({ direction: 'atMost', whose: 'agency' }, '2026-11-25')).toEqual([
      '最长到2026年11月28日（周六）',
    ]);
  });

  it('a day of rest at the end of the known: 早点办最稳妥, and the first workday after it', () => {
    const early = deadlineInWords(limit({}), '2025-12-31', known);
    expect(early.notes.join('')).toContain('这天是元旦假期，早点办最稳妥。法律一般允许顺延到');
    expect(deadlineInWords(limit({}), '2026-12-23', known).notes.join('')).toContain(
      '2026年12月28日（周一）',
    );
  });

  it('working days: which were left out; in a year without calendar how far the result can be trusted', () => {
    const work = { unit: '工作日', value: 5 } as const;
    expect(told(work, '2026-11-23')).toEqual(['最迟2026年11月30日（周一）', '只数工作日，周末不算。']);
    expect(told({ ...work, direction: 'before' }, '2026-10-10')).toEqual([
      '最迟2026年9月28日（周一）',
      '只数工作日，周末、国庆节假期不算。',
    ]);
    expect(told({ ...work, direction: 'atMost' }, '2026-11-23')).toEqual([
      '最长到2026年11月27日（周五）',
      '只数工作日，周末不算。',
      FIRST,
    ]);
    expect(told(work, '2026-12-29').slice(1)).toEqual([
      '只数工作日。',
      '本站还没有2027年的放假安排，这是最早的可能，不晚于这天办最稳妥。',
    ]);
    const agency = told({ ...work, whose: 'agency' }, '2026-12-29');
    expect(agency[0]).toMatch(/^最晚可能到2027年/);
    expect(agency[2]).toBe('本站还没有2027年的放假安排，这是按放假最多算的，一般会更早。');
  });
});

describe('what a page carries for the calculator', () => {
  it('is nothing where there is no limit', () => {
    expect(deadlineData([], [])).toBeUndefined();
  });

  it('groups every limit once under its event, and marks what nobody checked', () => {
    const leave = guides.find(({ slug }) => slug === 'correction-leave')?.limits ?? [];
    const data = deadlineData([...leave, { ...of('legal-aid', 'review'), costly: true }], []);
    expect(data?.events.map(({ from, limits: list }) => [from, list.length])).toEqual([
      ['外出', 3],
      ['法律援助机构收到申请', 1],
    ]);
    expect(data?.events[1]?.limits[0]?.unchecked).toBe(true);
  });
});
