import { describe, expect, it } from 'vitest';
import { citationView } from '../../src/views/citations.ts';
import { counts } from '../../src/views/counts.ts';
import { limitView } from '../../src/views/limits.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { CERTAINTIES, LAW_STATUSES, type LawRecord } from '../../src/schemas/law.ts';
import type { LimitRecord } from '../../src/schemas/limit.ts';

type Status = keyof typeof LAW_STATUSES;

/** A catalogue of one law with one article, read as surely as told. */
function catalogueOf(certainty: (typeof CERTAINTIES)[number], status: Status = 'in-force'): Catalogue {
  const record: LawRecord = {
    name: '示例法',
    shortName: '示例法',
    kind: '法律',
    issuer: '示例机关',
    status,
    articles: [{ article: '第一条', gist: '示例', certainty }],
    source: '测试',
  };
  const empty = { services: [], functions: [], rules: [] };
  return { ...empty, laws: [{ slug: 'law', record }] } as unknown as Catalogue;
}

const cited = (articles: string[], catalogue: Catalogue) =>
  citationView({ law: 'law', articles }, catalogue).unchecked;

const limit = (certainty: LimitRecord['certainty']): LimitRecord => ({
  id: 'apply',
  label: '申请',
  value: 3,
  unit: '日',
  direction: 'before',
  from: '外出',
  whose: 'resident',
  basis: { law: 'law', articles: ['第一条'] },
  certainty,
});

describe('待核', () => {
  it.each(CERTAINTIES)('marks a citation of an article, unless its text was read: %s', (certainty) => {
    expect(cited(['第一条'], catalogueOf(certainty))).toBe(certainty !== 'seen');
  });

  it.each(Object.keys(LAW_STATUSES) as Status[])('marks what rests on a law not in force: %s', (status) => {
    expect(cited(['第一条'], catalogueOf('seen', status))).toBe(status !== 'in-force');
  });

  it('marks a law cited as a whole of which nobody read an article', () => {
    expect(cited([], catalogueOf('seen'))).toBe(false);
    expect(cited([], catalogueOf('high'))).toBe(true);
  });

  it.each(CERTAINTIES)('marks a limit that is only known, not read: %s', (certainty) => {
    expect(limitView(limit(certainty), catalogueOf('seen')).unchecked).toBe(certainty !== 'seen');
    expect(limitView(limit('seen'), catalogueOf(certainty)).unchecked).toBe(certainty !== 'seen');
  });

  it('is counted for the one who asks how much is left to check', () => {
    const found = counts(catalogueOf('high', 'unverified'));
    const of = (name: string) => found.find((one) => one.name === name);
    expect(of('法律文件')).toMatchObject({ all: 1, count: 1 });
    expect(of('条文大意')).toMatchObject({ all: 1, count: 1, open: '待核' });
  });
});
