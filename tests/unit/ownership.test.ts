import { describe, expect, it } from 'vitest';
import { charge, may, needOf, ownerOf, type OwnerLevel, type Need } from '../../src/domain/ownership.ts';
import type { Owner } from '../../src/schemas/owners.ts';

const account = (more: Partial<Owner>): Owner => ({ account: 'a', ...more });
const OFFICE: Need = { level: 'office', county: 'shili', office: 'shili/jia' };

describe('what a change of a file needs', () => {
  it.each<[string, OwnerLevel | undefined, boolean, Need]>([
    ['offices/shili/jia/office.json', 'office', false, OFFICE],
    ['offices/shili/jia/affairs/files/a.pdf', undefined, true, OFFICE],
    ['offices/shili/jia/office.json', 'office', true, { level: 'county', county: 'shili' }],
    ['offices/shili/office.json', undefined, false, { level: 'maintainer' }],
    ['x/offices/shili/jia/office.json', undefined, false, { level: 'maintainer' }],
    ['samples/jia/office.json', 'office', false, { level: 'maintainer' }],
    ['x/samples/a.json', 'city', false, { level: 'city' }],
    ['affairs/files/a.pdf', undefined, false, { level: 'city' }],
    ['affairs/files/a/b.pdf', undefined, false, { level: 'maintainer' }],
    ['x/affairs/files/a.pdf', undefined, false, { level: 'maintainer' }],
    ['counties/shili.json', 'county', false, { level: 'county', county: 'shili' }],
    ['counties/shili/files/a.pdf', undefined, false, { level: 'county', county: 'shili' }],
    ['counties/shili/files/a/b.pdf', undefined, false, { level: 'maintainer' }],
    ['x/counties/shili/files/a.pdf', undefined, false, { level: 'maintainer' }],
    ['counties/shili.json.txt', 'county', false, { level: 'county', county: undefined }],
    ['counties/shili/services/a.json', 'county', false, { level: 'county', county: 'shili' }],
    ['laws/a.json', 'county', false, { level: 'county', county: undefined }],
    ['site.json', 'maintainer', false, { level: 'maintainer' }],
    ['anything.txt', undefined, false, { level: 'maintainer' }],
  ])('%s (of the %s, set up: %s)', (file, owner, founds, need) => {
    expect(needOf(file, owner, founds)).toEqual(need);
  });
});

describe('an account', () => {
  const needs: Record<string, Need> = {
    所: OFFICE,
    同县别的所: { level: 'office', county: 'shili', office: 'shili/yi' },
    县: { level: 'county', county: 'shili' },
    别的县: { level: 'county', county: 'other' },
    不知哪个县: { level: 'county' },
    市: { level: 'city' },
    全站: { level: 'maintainer' },
  };
  it.each<[string, Partial<Owner>, string[]]>([
    ['of an office', { offices: ['shili/jia'] }, ['所']],
    ['of a county', { counties: ['shili'] }, ['所', '同县别的所', '县']],
    ['of the city', { city: true }, ['所', '同县别的所', '县', '别的县', '不知哪个县', '市']],
    ['of a maintainer', { maintainer: true }, Object.keys(needs)],
    ['of nobody', {}, []],
  ])('%s may change what it answers for, and nothing else', (_, owner, allowed) => {
    const mine = Object.keys(needs).filter((name) => may(account(owner), needs[name] as Need));
    expect(mine).toEqual(allowed);
  });

  it('is known whatever its case, by its whole name', () => {
    const owners = [account({ account: 'jia-SFS' }), account({ account: 'jia' })];
    expect(ownerOf(owners, 'JIA-sfs')?.account).toBe('jia-SFS');
    expect(ownerOf(owners, 'Jia')?.account).toBe('jia');
    expect(ownerOf(owners, 'ji')).toBeUndefined();
  });

  it('is told what it answers for', () => {
    const named = (id: string) => `“${id}”`;
    const all = { maintainer: true, city: true, counties: ['shili'], offices: ['a/b', 'a/c'] } as const;
    expect(charge(account({ ...all, counties: ['shili'], offices: ['a/b', 'a/c'] }), named)).toBe(
      '维护全站、全市内容、“shili”各所、“a/b”、“a/c”',
    );
    expect(charge(account({ city: true }), named)).toBe('全市内容');
    expect(charge(account({}), named)).toBe('');
  });
});
