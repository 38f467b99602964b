import { describe, expect, it } from 'vitest';
import { appended, fields, problemsOf, replaced } from '../helpers/content.ts';

describe('the check of words and forms', () => {
  it('tells outdated terms with the right one, in fields and in texts', () => {
    const found = problemsOf({
      'services/mediation.mdx': replaced('请人评理。', '社区服刑人员也可以来'),
      'functions/mediation.md': appended('\n本所开展法制宣传。\n'),
    });
    expect(found).toEqual([
      expect.stringContaining('“法制宣传”：法治宣传教育法用“法治” | 改成“法治宣传”'),
      expect.stringContaining('“社区服刑人员”：社区矫正法施行后不用这个旧称 | 改成“社区矫正对象”'),
    ]);
  });

  it('leaves quotations alone when they are marked', () => {
    const quoted = '\n> 社区服刑人员的帮扶\n\n方案原文“社区服刑人员”今称社区矫正对象。\n';
    expect(problemsOf({ 'functions/mediation.md': appended(quoted) })).toEqual([]);
  });

  it('leaves people’s own words alone, which serve the search', () => {
    expect(
      problemsOf({ 'services/mediation.mdx': replaced('[吵架, 邻居, 纠纷]', '[吵架, 法制宣传, 纠纷]') }),
    ).toEqual([]);
  });

  it('holds a page in English to no form of Chinese text', () => {
    const page = (lang: string) => ({
      'pages/visitors.mdx': `---\ntitle: Visitors\ndescription: What an office (司法所) is.\n${lang}---\n\nText.\n`,
    });
    expect(problemsOf(page('lang: en\n'))).toEqual([]);
    expect(problemsOf(page(''))).toEqual([expect.stringContaining('全角括号')]);
  });
});

describe('the check of laws', () => {
  it('lets nothing rest on a repealed law', () => {
    const found = problemsOf({
      'laws/mediation-law.json': fields({ status: 'repealed', statusNote: '已废止' }),
    });
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every((line) => line.includes('已经废止，不能作依据 | 改引现行的法律，或删掉这一条依据')),
    ).toBe(true);
  });
});

describe('the check of the calendar', () => {
  it('asks for the next year from 60 days before the last known day', () => {
    expect(problemsOf({ 'calendar/2027.json': null })).toEqual([
      expect.stringContaining('离2026年结束还有39天，还没有2027年的放假安排'),
    ]);
    expect(problemsOf({})).toEqual([]);
  });

  it('wants the lunar months where market days follow them', () => {
    const market = { calendar: 'lunar', digits: [1], sessions: ['08:00-09:00'] };
    const found = problemsOf({ 'offices/dong/jia/office.json': fields({ 'hours.marketDays': market }) });
    expect(found).toEqual([expect.stringContaining('没有写农历各月初一（lunarMonths）')]);
  });
});
