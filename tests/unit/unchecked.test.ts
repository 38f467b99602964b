import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { LAW_STATUSES, type LawRecord } from '../../src/schemas/law.ts';
import type { LimitRecord } from '../../src/schemas/limit.ts';
import { citationView } from '../../src/views/citations.ts';
import { counts } from '../../src/views/counts.ts';
import { basisNotes, quietLine } from '../../src/views/doubt.ts';
import { limitView } from '../../src/views/limits.ts';

type Status = keyof typeof LAW_STATUSES;
type Stated = LawRecord['articles'][number]['certainty'];

const STATED: readonly Stated[] = ['read', 'second-hand'];
const TODAY = '2026-11-22';

/** A catalogue of one law with one article, read as surely as told. */
function catalogueOf(certainty: Stated, status: Status = 'in-force'): Catalogue {
  const record: LawRecord = {
    name: '示例法',
    shortName: '示例法',
    kind: '法律',
    issuer: '示例机关',
    status,
    editions: [{ id: '2020', name: '制定' }],
    read: [{ edition: '2020', on: '2026-11-01', where: '测试', extent: 'full' }],
    articles: [{ article: '第一条', gist: '示例', certainty }],
  };
  const empty = { services: [], functions: [], rules: [], texts: [] };
  return { ...empty, laws: [{ slug: 'law', record }] } as unknown as Catalogue;
}

const standing = ({ laws }: Catalogue) => ({ laws, today: TODAY, looked: '2026-11-01' });

const cited = (articles: string[], catalogue: Catalogue) =>
  citationView({ law: 'law', articles }, standing(catalogue));

const limit = (certainty: Stated, whose: LimitRecord['whose'] = 'resident'): LimitRecord => ({
  id: 'apply',
  label: '申请',
  value: 3,
  unit: '日',
  direction: 'before',
  from: '外出',
  whose,
  basis: { law: 'law', articles: ['第一条'] },
  certainty,
});

describe('what nobody read', () => {
  it.each(STATED)('is told of a citation of an article, unless its text was read: %s', (certainty) => {
    expect(cited(['第一条'], catalogueOf(certainty)).unchecked).toBe(certainty !== 'read');
  });

  it.each(Object.keys(LAW_STATUSES) as Status[])('is what rests on a law not in force: %s', (status) => {
    expect(cited(['第一条'], catalogueOf('read', status)).unchecked).toBe(status !== 'in-force');
  });

  it('is a law cited as a whole of which nobody read an article', () => {
    expect(cited([], catalogueOf('read')).unchecked).toBe(false);
    expect(cited([], catalogueOf('second-hand')).unchecked).toBe(true);
  });

  it.each(STATED)('is marked on a limit that the reader must keep: %s', (certainty) => {
    const costly = certainty !== 'read';
    expect(limitView(limit(certainty), standing(catalogueOf('read'))).costly).toBe(costly);
    expect(limitView(limit('read'), standing(catalogueOf(certainty))).costly).toBe(costly);
  });

  it('is not marked on a limit that others must keep', () => {
    const view = limitView(limit('second-hand', 'agency'), standing(catalogueOf('second-hand')));
    expect([view.unchecked, view.costly]).toEqual([true, false]);
  });

  it('is counted by state for the one who asks how much is left to check', () => {
    const found = counts(catalogueOf('second-hand', 'unverified'), TODAY);
    const of = (name: string) => found.find((one) => one.name === name);
    expect(of('法律文件')).toMatchObject({ all: 1, parts: [{ count: 1 }] });
    expect(of('条文大意')?.parts).toEqual([
      { word: '看过条文', count: 0 },
      { word: '没有见到原文', count: 1 },
      { word: '法律没有规定', count: 0 },
    ]);
  });
});

describe('the quiet line of a page', () => {
  it('says what exactly, and whose answer counts', () => {
    const line = quietLine({
      confirm: { what: ['表格'], with: '法院' },
      open: ['材料和份数'],
      citations: [],
    });
    expect(line).toBe('表格、材料和份数，以法院答复为准。');
  });

  it('is not there where all is settled', () => {
    expect(quietLine({ citations: [cited(['第一条'], catalogueOf('read'))] })).toBeUndefined();
  });

  it('leaves the voice of the researcher to the notes behind the basis', () => {
    const unread = cited(['第一条'], catalogueOf('second-hand'));
    expect(quietLine({ citations: [unread] })).toBeUndefined();
    expect(basisNotes(['看的是转录。'], [unread, unread], '2026-11-01')).toEqual([
      '没有见到原文：《示例法》第一条。',
      '看的是转录。',
      '最近一次看过全页：2026年11月1日。',
    ]);
  });

  it('names each law that nobody read once, with all its articles', () => {
    const unread = catalogueOf('second-hand');
    const citations = [cited(['第一条', '第二条'], unread), cited(['第二条'], unread)];
    expect(basisNotes([], citations, undefined)).toEqual(['没有见到原文：《示例法》第一条、第二条。']);
  });
});
