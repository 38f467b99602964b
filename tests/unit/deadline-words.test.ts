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
