import { describe, expect, it } from 'vitest';
import { placeIn, wholeOf } from '../../src/domain/area.ts';
import { chosenOffice, ledBy, officeAt, officeId } from '../../src/domain/my-office.ts';
import {
  carrierFolders,
  noticeAddress,
  attachmentFolder,
  noticeFolder,
  noticeLists,
} from '../../src/domain/notice-places.ts';
import { amongSamples, inOrdinaryCounty } from '../../src/domain/samples.ts';
import { spell, spellAll } from '../../src/domain/spell.ts';
import { addressOf, type KindName } from '../../src/kinds.ts';
import { inSheets } from '../../src/views/notice-lists.ts';

describe('what anybody may have written into an address', () => {
  it('names an office only where it is an id', () => {
    expect(officeId('shili/jia-2')).toBe('shili/jia-2');
    for (const text of ['', null, undefined, 'shili', 'a/b/c', '../a', 'A/b', 'a/1', '1/a', 'x a/b', 'a/b\n'])
      expect(officeId(text), String(text)).toBeUndefined();
  });

  it('an office’s page is one, a page below it is none', () => {
    expect(['/offices/a/b/', 'offices/a/b/'].map(officeAt)).toEqual(['a/b', 'a/b']);
    for (const path of ['/offices/a/', '/offices/a/b/c/', '/offices/a/b', '/x/offices/a/b/', '/offices/A/b/'])
      expect(officeAt(path), path).toBeUndefined();
  });

  it('the office that it names goes before the one that is kept', () => {
    expect(chosenOffice('?office=a/b', 'c/d')).toBe('a/b');
    expect(chosenOffice('?office=<script>', 'c/d')).toBe('c/d');
    expect(chosenOffice('', null)).toBeUndefined();
  });

  it('the village that led there is told as it was said, not longer than a name', () => {
    expect(ledBy('?via=%20新华村%20')).toBe('新华村');
    expect(ledBy(`?via=${'村'.repeat(21)}`)).toBe('村'.repeat(20));
    expect([ledBy('?via=%20'), ledBy('')]).toEqual([undefined, undefined]);
  });
});

describe('text that could move a cursor or hide', () => {
  it('is spelt out, at every depth and in names, too', () => {
    expect(spell('甲\u202e乙\u200b\n\t\u2028\ufffd')).toBe(
      '甲<U+202E>乙<U+200B><U+000A><U+0009><U+2028><U+FFFD>',
    );
    expect(spell('\u{e0041}')).toBe('<U+E0041>');
    expect(spellAll({ 'a\n': ['b\u200b', 1, null, { c: 'd' }] })).toEqual({
      'a<U+000A>': ['b<U+200B>', 1, null, { c: 'd' }],
    });
  });
});

describe('names of places', () => {
  it('the whole of a place is called by its last word; a county that is all of the site is said once', () => {
    expect(['示例市', '示例县', '示例地区', '地区市'].map(wholeOf)).toEqual([
      '全市',
      '全县',
      '全地区',
      '全市',
    ]);
    expect([placeIn('示例市', '甲县'), placeIn('甲县', '甲县')]).toEqual(['示例市甲县', '甲县']);
  });

  it('the samples’ county is an ordinary one by another path, there and back', () => {
    for (const [file, ordinary] of [
      ['samples/county.json', 'counties/samples.json'],
      ['samples/divisions.json', 'divisions/samples.json'],
      ['samples/jia/office.json', 'offices/samples/jia/office.json'],
      ['offices/a/b/office.json', 'offices/a/b/office.json'],
      ['x/samples/county.json', 'x/samples/county.json'],
      ['samples/readme.md', 'samples/readme.md'],
    ] as const) {
      expect(inOrdinaryCounty(file)).toBe(ordinary);
      expect(amongSamples(ordinary)).toBe(file);
    }
    expect(amongSamples('x/offices/samples/jia/a')).toBe('x/offices/samples/jia/a');
    expect(amongSamples('x/counties/samples.json')).toBe('x/counties/samples.json');
    expect(amongSamples('counties/samples.json.txt')).toBe('counties/samples.json.txt');
    expect(inOrdinaryCounty('samples/county.json.txt')).toBe('samples/county.json.txt');
  });
});

describe('where notices are', () => {
  it('of the city and of an office: text, attachments, page, lists', () => {
    const of = (owner: string) => [
      noticeFolder(owner),
      attachmentFolder(owner),
      ...carrierFolders(owner),
      noticeAddress(owner, 'x'),
      ...noticeLists(owner),
    ];
    expect(of('affairs')).toEqual([
      'affairs',
      'affairs/files',
      'affairs',
      'services',
      '/affairs/x/',
      '/affairs/',
    ]);
    expect(of('a/b')).toEqual([
      'offices/a/b/affairs',
      'offices/a/b/files',
      'offices/a/b/affairs',
      'offices/a/b/services',
      '/offices/a/b/affairs/x/',
      '/offices/a/b/',
      '/offices/a/b/affairs/',
    ]);
  });

  it('each kind of content that has a page has it at its address', () => {
    const names = { county: 'a', office: 'b', date: '2026-11-29', slug: 'x' };
    const at = (kind: KindName) => addressOf(kind, names);
    const kinds: readonly KindName[] = [
      'office',
      'officeNotice',
      'notice',
      'functionPage',
      'service',
      'rule',
      'law',
      'page',
      'staff',
    ];
    expect(kinds.map(at)).toEqual([
      '/offices/a/b/',
      '/offices/a/b/affairs/2026-11-29-x/',
      '/affairs/2026-11-29-x/',
      '/functions/x/',
      '/services/x/',
      '/rules/x/',
      '/laws/x/',
      '/x/',
      undefined,
    ]);
    expect([addressOf('county', { county: 'a' }), addressOf('county', { county: 'samples' })]).toEqual([
      '/offices/a/',
      '/samples/',
    ]);
  });

  it('a list is cut into sheets; an empty one is one empty sheet', () => {
    expect(inSheets([1, 2, 3], 2)).toEqual([
      { number: 1, count: 2, items: [1, 2] },
      { number: 2, count: 2, items: [3] },
    ]);
    expect(inSheets([], 2)).toEqual([{ number: 1, count: 1, items: [] }]);
    expect(inSheets([1, 2], 2)).toHaveLength(1);
  });
});
