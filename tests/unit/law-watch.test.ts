import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { watchCatalogue } from '../../src/domain/law-watch.ts';
import { amendmentLine, overdueLine } from '../../src/reports/law-lines.ts';
import { serviceView } from '../../src/views/guides.ts';
import { lawChanges, lawView } from '../../src/views/laws.ts';
import { aContent, fields, problemsOf, replaced, row, type Overrides } from '../helpers/content.ts';

const LAW = 'laws/mediation-law.json';
const GUIDE = 'services/mediation.mdx';

/** One edit: an edition that comes into force on a day, and was written down on another. */
const amended = (effective: string, changed?: string[], recorded = '2026-11-20') =>
  fields({
    'editions[1]': {
      id: '2026',
      name: '2026年修订',
      effective,
      recorded,
      changed,
      summary: ['调解员要先亮明身份。'],
    },
  });

/** The guide with a limit and a material of its own that rest on the article. */
const detailed = (text: string) =>
  replaced(
    'limits: []',
    'limits: [{ id: apply, label: 申请, value: 3, unit: 日, direction: within, from: 签字, whose: resident, basis: { law: mediation-law, articles: [第五条] }, certainty: read }]',
  )(text).replace(
    'required: true, certainty',
    'required: true, basis: { law: mediation-law, articles: [第五条] }, certainty',
  );

const updated =
  (day: string, more = '') =>
  (text: string) =>
    text.replace(/^updated: .*$/m, `updated: ${day}${more}`);

const seen = (overrides: Overrides, today: string) => {
  const { catalogue, problems } = aContent(overrides, today);
  if (!catalogue) throw new Error(problems.map(row).join('\n'));
  return catalogue;
};

const viewOf = (catalogue: Catalogue, today: string) => {
  const doc = catalogue.services.find(({ slug }) => slug === 'mediation');
  if (!doc) throw new Error('the small city has a guide');
  return serviceView(doc, catalogue, today);
};

const OLD_GUIDE = (text: string) => updated('2026-11-01')(detailed(text));

describe('an amendment, recorded by one edit', () => {
  const overrides = { [LAW]: amended('2026-12-01', ['第五条']), [GUIDE]: OLD_GUIDE };

  it('is told before it comes into force, with everything that rests on the changed articles', () => {
    const { coming, due } = watchCatalogue(seen(overrides, '2026-11-22'), '2026-11-22');
    expect(due).toEqual([]);
    expect(coming.map(amendmentLine)).toEqual([
      '《调解法》2026年修订，2026年12月1日施行：申请人民调解（依据、材料“身份证”、时限“申请”）；指导人民调解（依据）；请示汇报制度（依据）',
    ]);
    expect(aContent(overrides, '2026-11-22').problems.map(row).join('\n')).toContain(
      '《调解法》2026年修订2026年12月1日起施行，要对照新条文的：申请人民调解',
    );
  });

  it('changes nothing for readers until then, and turns what rested on it to 待核 on that very day', () => {
    const before = viewOf(seen(overrides, '2026-11-30'), '2026-11-30');
    expect([before.quiet, before.ownLimits, before.limits[0]?.costly]).toEqual([undefined, [], false]);
    const after = viewOf(seen(overrides, '2026-12-01'), '2026-12-01');
    expect(after.quiet).toBe(
      '《调解法》自2026年12月1日起有改动，这一页还没有对照新条文，先问司法所。材料和份数，以司法所答复为准。',
    );
    expect(after.limits[0]).toMatchObject({ costly: true, marked: true });
    expect(after.basis.notes).toContain('没有对照：《调解法》2026年修订。');
  });

  it('is told in the check at every page that nobody has looked at', () => {
    const told = aContent(overrides, '2026-12-01').problems.map(row);
    expect(told.filter((line) => line.includes('已经施行'))).toHaveLength(3);
    expect(told.join('\n')).toContain('不用改的，写 looked: 2026-12-01');
  });

  it('ends when somebody read the new text and looked at the page', () => {
    const read = (text: string) => ({
      ...(amended('2026-12-01', ['第五条'])(text) as object),
      read: [{ edition: '2026', on: '2026-12-02', where: '测试', extent: 'full' }],
    });
    const looked = (text: string) => updated('2026-11-01', '\nlooked: 2026-12-02')(detailed(text));
    const view = viewOf(seen({ [LAW]: read, [GUIDE]: looked }, '2026-12-03'), '2026-12-03');
    expect([view.quiet, view.limits[0]?.costly]).toEqual([undefined, false]);
  });

  it('does not end by reading the law alone, nor by looking at the page without reading the law', () => {
    const read = (text: string) => ({
      ...(amended('2026-12-01', ['第五条'])(text) as object),
      read: [{ edition: '2026', on: '2026-12-02', where: '测试', extent: 'full' }],
    });
    const unlooked = viewOf(seen({ [LAW]: read, [GUIDE]: OLD_GUIDE }, '2026-12-03'), '2026-12-03');
    expect(unlooked.limits[0]?.costly).toBe(true);
    const looked = (text: string) => updated('2026-11-01', '\nlooked: 2026-12-02')(detailed(text));
    const unread = viewOf(
      seen({ [LAW]: amended('2026-12-01', ['第五条']), [GUIDE]: looked }, '2026-12-03'),
      '2026-12-03',
    );
    expect(unread.limits[0]?.costly).toBe(true);
  });

  it('touches nothing that rests on other articles', () => {
    const other = { [LAW]: amended('2026-11-01', ['第九条']), [GUIDE]: OLD_GUIDE };
    const catalogue = seen(other, '2026-11-22');
    expect(viewOf(catalogue, '2026-11-22').limits[0]?.costly).toBe(false);
    const lines = watchCatalogue(catalogue, '2026-11-22').due.map(amendmentLine).join();
    expect(lines).not.toContain('申请人民调解');
  });

  it('touches the whole law when it names no articles', () => {
    const view = viewOf(
      seen({ [LAW]: amended('2026-11-01'), [GUIDE]: OLD_GUIDE }, '2026-11-22'),
      '2026-11-22',
    );
    expect(view.limits[0]?.costly).toBe(true);
  });

  it('is shown to readers in their own words, as long as it is new and before it holds', () => {
    const catalogue = seen(overrides, '2026-11-22');
    const views = catalogue.laws.map((law) => lawView(law, catalogue, '2026-11-22'));
    expect(lawChanges(views, '2026-11-22')).toMatchObject([
      {
        name: '调解法',
        when: '2026年修订，2026年12月1日起施行',
        coming: true,
        summary: ['调解员要先亮明身份。'],
      },
    ]);
    expect(views[0]?.edition?.id).toBe('2010');
  });
});

describe('the record of a law', () => {
  it('is overdue the day after its interval, and never without being cited', () => {
    const until = (today: string) => watchCatalogue(seen({}, today), today).overdue.map(overdueLine);
    expect(until('2027-04-30')).toEqual([]);
    expect(until('2027-05-01')).toEqual(['《调解法》：2027-05-01起该再查']);
  });

  it('keeps to an interval of its own, and is overdue when nobody wrote how far it was held', () => {
    const told = (change: object) => {
      const catalogue = seen({ [LAW]: fields({ ...change }) }, '2026-11-22');
      return watchCatalogue(catalogue, '2026-11-22').overdue.map(overdueLine);
    };
    expect(told({ intervalDays: 10 })).toEqual(['《调解法》：2026-11-12起该再查']);
    expect(told({ current: undefined })).toEqual(['《调解法》：没有写查到哪天']);
  });

  it('is refused with an edition twice, a reading of none, or an amendment without the day it was written down', () => {
    const told = problemsOf({
      [LAW]: fields({
        'editions[1]': { id: '2010', name: '修订', effective: '2026-12-01' },
        'read[0].edition': '1999',
      }),
    }).join('\n');
    expect(told).toContain('版本 2010 写了两次');
    expect(told).toContain('修订的版本要写哪天记下的');
    expect(told).toContain('版本里没有 1999');
  });
});

describe('an organisation', () => {
  it('is a name, not a sentence', () => {
    expect(
      problemsOf({
        [GUIDE]: replaced('who: 调解委员会, note: 自愿', 'who: 调解委员会主持，双方自己定, note: 自愿'),
      }),
    ).toEqual([expect.stringContaining('这里只写机构的名称')]);
  });
});
