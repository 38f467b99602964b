import { describe, expect, it } from 'vitest';
import { citationsIn } from '../../src/domain/cited.ts';
import {
  comingEditions,
  currentEdition,
  dueEditions,
  isArticleRead,
  isCitationRead,
  unlookedEditions,
} from '../../src/domain/editions.ts';
import { citingOf, currentUntil, lookedOn, watchLaws, type Citing } from '../../src/domain/law-watch.ts';
import type { LawRecord } from '../../src/schemas/law.ts';

const TODAY = '2026-11-29';
const OLD = { id: '2010', name: '2010年', effective: '2011-01-01' };
const NEW = {
  id: '2026',
  name: '2026年修订',
  effective: '2026-11-29',
  recorded: '2026-11-01',
  changed: ['第五条'],
};
const COMING = { id: '2027', name: '2027年修订', effective: '2027-01-01', recorded: '2026-11-20' };
const DRAFT = { id: '2028', name: '草案' };

const law = (more: Partial<LawRecord> = {}) =>
  ({
    name: '示例法',
    status: 'in-force',
    editions: [OLD],
    read: [{ edition: '2010', on: '2026-01-01', where: '示例', extent: 'full' }],
    articles: [
      { article: '第五条', gist: '', certainty: 'read' },
      { article: '第六条', gist: '', certainty: 'read' },
      { article: '第七条', gist: '', certainty: 'second-hand' },
    ],
    ...more,
  }) as unknown as LawRecord;
const cites = (...articles: string[]) => ({ law: 'a', articles });
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('whether the text of an article was read', () => {
  it('as it is in force: a later edition that changed it undoes it, from its first day on', () => {
    const amended = law({ editions: [OLD, NEW] });
    expect(isArticleRead(law(), '第五条', TODAY)).toBe(true);
    expect(isArticleRead(amended, '第五条', TODAY)).toBe(false);
    expect(isArticleRead(amended, '第五条', '2026-11-28')).toBe(true);
    expect(isArticleRead(amended, '第六条', TODAY)).toBe(true);
    expect(isArticleRead(law({ editions: [OLD, COMING] }), '第六条', '2027-01-01')).toBe(false);
    expect(isArticleRead(law({ editions: [OLD, DRAFT] }), '第六条', TODAY)).toBe(true);
  });

  it('not where it is only known, not listed, or nobody read any edition', () => {
    expect(isArticleRead(law(), '第七条', TODAY)).toBe(false);
    expect(isArticleRead(law(), '第九条', TODAY)).toBe(false);
    expect(isArticleRead(law({ read: [] }), '第五条', TODAY)).toBe(false);
  });

  it('the edition that the article itself names counts, else the last that somebody read', () => {
    const own = (edition: string) =>
      law({ editions: [OLD, NEW], articles: [{ article: '第五条', gist: '', certainty: 'read', edition }] });
    expect(isArticleRead(own('2026'), '第五条', TODAY)).toBe(true);
    expect(isArticleRead(own('2010'), '第五条', TODAY)).toBe(false);
    const reading = { on: TODAY, where: '', extent: 'full' as const };
    const both = law({
      editions: [OLD, NEW],
      read: ['2010', '2026'].map((edition) => ({ ...reading, edition })),
    });
    expect(isArticleRead(both, '第五条', TODAY)).toBe(true);
  });

  it('a citation is read where all its articles are, of a law as a whole where one is, and the law is in force', () => {
    expect(isCitationRead(cites('第五条', '第六条'), law(), TODAY)).toBe(true);
    expect(isCitationRead(cites('第五条', '第七条'), law(), TODAY)).toBe(false);
    expect(isCitationRead(cites(), law(), TODAY)).toBe(true);
    expect(isCitationRead(cites(), law({ articles: [] }), TODAY)).toBe(false);
    expect(isCitationRead(cites('第五条'), law({ status: 'repealed' }), TODAY)).toBe(false);
    expect(isCitationRead(cites('第五条'), undefined, TODAY)).toBe(false);
  });
});

describe('editions that a page cannot have known', () => {
  const amended = law({ editions: [OLD, NEW, COMING, DRAFT] });

  it('those recorded after somebody last looked, of what it cites', () => {
    expect(ids(unlookedEditions(cites('第五条'), amended, '2026-10-31'))).toEqual(['2026', '2027']);
    expect(ids(unlookedEditions(cites('第五条'), amended, '2026-11-01'))).toEqual(['2027']);
    expect(ids(unlookedEditions(cites('第六条'), amended, '2026-10-31'))).toEqual(['2027']);
    expect(ids(unlookedEditions(cites(), amended, '2026-10-31'))).toEqual(['2026', '2027']);
    expect(ids(unlookedEditions(cites('第五条'), amended, undefined))).toEqual(['2026', '2027']);
    expect(ids(unlookedEditions(cites('第五条'), amended, '2010-12-31'))).toEqual(['2010', '2026', '2027']);
  });

  it('due are those in force, coming those that are not yet', () => {
    expect(ids(dueEditions(cites('第五条'), amended, '2026-10-31', TODAY))).toEqual(['2026']);
    expect(ids(dueEditions(cites('第五条'), amended, '2026-10-31', '2026-11-28'))).toEqual([]);
    expect(ids(comingEditions(amended, TODAY))).toEqual(['2027']);
    expect(ids(comingEditions(amended, '2026-12-31'))).toEqual(['2027']);
    expect(ids(comingEditions(amended, '2027-01-01'))).toEqual([]);
  });

  it('the edition of a day is the last in force, else the first there is', () => {
    expect(currentEdition(amended, TODAY)?.id).toBe('2026');
    expect(currentEdition(amended, '2027-06-01')?.id).toBe('2027');
    expect(currentEdition(amended, '2009-01-01')?.id).toBe('2010');
  });
});

describe('citations of a page', () => {
  it('are found wherever they stand, with the way there', () => {
    const page = {
      basis: [cites('第五条')],
      a: null,
      b: { c: [{ basis: cites() }] },
      d: { law: 'a' },
      e: { law: 1, articles: [] },
    };
    expect([...citationsIn(page)].map(({ path }) => path.join('.'))).toEqual(['basis.0', 'b.c.0.basis']);
    expect([...citationsIn({ law: 'a', articles: 'x' })]).toEqual([]);
    expect([...citationsIn('x')]).toEqual([]);
  });
});

describe('what of the laws is to be read again', () => {
  const page = (more: Partial<Citing> & { readonly data: object }): Citing => ({
    file: 'a.mdx',
    title: '甲',
    ...more,
  });
  const data = {
    basis: [cites('第五条')],
    limits: [{ label: '申请', basis: cites('第五条') }],
    materials: [{ name: '申请书', basis: cites('第五条') }],
    flow: [cites('第五条'), cites('第五条')],
    fee: { basis: cites('第五条') },
    remedies: [cites('第五条')],
    items: [{ title: '公证', basis: cites('第五条') }],
  };
  const watch = (record: LawRecord, citing: Citing[], today = TODAY) =>
    watchLaws(
      [
        { slug: 'a', record },
        { slug: 'unused', record },
      ],
      citing,
      today,
    );

  it('names the parts that rest on it: limits, materials and matters by their own names', () => {
    const { due, coming } = watch(law({ editions: [OLD, NEW, COMING], current: TODAY }), [
      page({ data, looked: '2026-10-31' }),
      page({ file: 'b.mdx', data: { basis: cites('第五条') }, looked: TODAY }),
    ]);
    const parts = ['依据', '时限“申请”', '材料“申请书”', '正文', '费用', '救济', '事项“公证”'];
    expect(due.map(({ edition, resting }) => [edition.id, resting])).toEqual([
      ['2026', [{ file: 'a.mdx', title: '甲', parts }]],
    ]);
    expect(coming.map(({ edition, resting }) => [edition.id, resting.length])).toEqual([['2027', 1]]);
  });

  it('a record is overdue from the day after its interval on; one that nobody held against the text always', () => {
    const citing = [page({ data })];
    const overdue = (record: LawRecord, today = TODAY) =>
      watch(record, citing, today).overdue.map(({ law: { slug }, since }) => [slug, since]);
    expect(overdue(law({ current: '2026-06-02' }), '2026-11-29')).toEqual([]);
    expect(overdue(law({ current: '2026-06-02' }), '2026-11-30')).toEqual([['a', '2026-11-30']]);
    expect(overdue(law({ current: '2026-11-27', intervalDays: 1 }))).toEqual([['a', '2026-11-29']]);
    expect(overdue(law())).toEqual([['a', undefined]]);
    expect(currentUntil(law({ current: '2026-01-01' }), 10)).toBe('2026-01-11');
  });

  it('a page was looked at when it was last written or looked through', () => {
    expect(lookedOn({ looked: '2026-01-01', updated: '2026-02-01' })).toBe('2026-02-01');
    expect(lookedOn({ looked: '2026-03-01', updated: '2026-02-01' })).toBe('2026-03-01');
    expect(lookedOn({})).toBeUndefined();
    const titles = [{ title: '甲' }, { adapts: 'mediation@shili' }, {}].map(
      (one) => citingOf({ file: 'x', data: one }).title,
    );
    expect(titles).toEqual(['甲', 'mediation的本地写法', '不归司法所管的事']);
  });
});
