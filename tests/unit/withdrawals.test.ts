import { describe, expect, it } from 'vitest';
import { CITY_NOTICES } from '../../src/domain/notice-places.ts';
import { listedWith, ownerWithdrawing } from '../../src/domain/withdrawals.ts';
import type { Withdrawn } from '../../src/schemas/withdrawn.ts';

const day = { on: '2026-11-29', reason: 'privacy' } as unknown as Parameters<typeof listedWith>[2];
const entry = (url: string, more: object = {}) => ({ url, ...day, ...more }) as unknown as Withdrawn[number];

describe('the list of what was taken down', () => {
  it('gains what held it and what only told of it, in order, with the next number', () => {
    const old = [entry('/a/', { number: 3 }), entry('/b/')];
    expect(listedWith(old, { held: ['/z/', '/m/'], mentions: ['/k/'] }, day)).toEqual([
      ...old,
      entry('/k/', { number: 4, mention: true }),
      entry('/m/', { number: 4 }),
      entry('/z/', { number: 4 }),
    ]);
    expect(listedWith([], { held: ['/z/'], mentions: [] }, day)).toEqual([entry('/z/', { number: 1 })]);
  });

  it('an address that once held something goes on saying so, under the new day', () => {
    const old = [entry('/a/', { number: 1 }), entry('/b/', { number: 1, mention: true })];
    expect(listedWith(old, { held: [], mentions: ['/a/', '/b/'] }, day)).toEqual([
      entry('/a/', { number: 2 }),
      entry('/b/', { number: 2, mention: true }),
    ]);
  });

  it('holds addresses only', () => {
    const long = `/${'a'.repeat(199)}`;
    const held = ['', 'a/', '//', '/张三/', '/a b/', '/a/b.pdf', '/', long, `${long}a`];
    expect(listedWith([], { held, mentions: [] }, day).map(({ url }) => url)).toEqual([
      '/',
      '/a/b.pdf',
      long,
    ]);
  });
});

describe('whose addresses a list has gained', () => {
  const old = [entry('/offices/a/b/affairs/x/')];
  const gained = (...urls: string[]) => ownerWithdrawing(old, [...old, ...urls.map((url) => entry(url))]);

  it('an office’s, a county’s, or the city’s', () => {
    expect(gained('/offices/a/b/affairs/y/', '/files/a/b/y.pdf')).toBe('a/b');
    expect(gained('/files/a/y.pdf')).toBe('a');
    for (const url of ['/affairs/y/', '/files/affairs/y.pdf', '/affairs/'])
      expect(gained(url)).toBe(CITY_NOTICES);
  });

  it('nobody’s where they are several, where one is of nobody, where nothing came', () => {
    for (const urls of [
      ['/offices/a/b/x/', '/offices/a/c/x/'],
      ['/offices/a/b/x/', '/affairs/y/'],
      ['/files/a/y.pdf', '/files/a/b/y.pdf'],
      ['/offices/a/b/y/', '/map/'],
      ['/x/offices/a/b/y/'],
      ['/x/affairs/y/'],
      [],
    ])
      expect(gained(...urls), urls.join(' ')).toBeUndefined();
  });

  it('nobody’s where an entry went; an entry that changed is as good as a new one', () => {
    expect(ownerWithdrawing(old, [entry('/offices/a/b/affairs/y/')])).toBeUndefined();
    expect(
      ownerWithdrawing([...old, entry('/map/')], [...old, entry('/map/', { number: 2 })]),
    ).toBeUndefined();
    expect(ownerWithdrawing(old, [entry('/offices/a/b/affairs/x/', { number: 2 })])).toBe('a/b');
  });
});
