import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgePages } from '../../src/audit/judge.ts';
import { gatherFolder } from '../../src/audit/read-folder.ts';
import { NATIONAL } from '../../src/catalogue/national.ts';
import { disclosure } from '../../src/schemas/disclosure.ts';
import { DIST } from '../helpers/dist.ts';

/** A day on which the sample's yearly texts count. */
const TODAY = '2026-11-30';
const { items } = disclosure.parse(JSON.parse(readFileSync(join(NATIONAL, 'disclosure.json'), 'utf8')));
const judge = (folder: string) =>
  new Map(judgePages(gatherFolder(join(DIST, folder)), items, TODAY).map((one) => [one.item, one]));

describe('the audit for others, on this site itself', () => {
  it('finds on the complete sample what it shows, and says that its number cannot be dialled', () => {
    const found = judge('samples/shili-jia');
    const expected = {
      functions: 'found',
      'office-address': 'found',
      'office-hours': 'found',
      deputies: 'found',
      'budget-equipment': 'found',
      training: 'found',
      'office-phone': 'absent',
      'supervision-phone': 'absent',
      'work-process': 'absent',
    };
    expect(Object.fromEntries(Object.keys(expected).map((id) => [id, found.get(id)?.verdict]))).toEqual(
      expected,
    );
    expect(found.get('office-phone')?.why).toContain('拨不通');
  });

  it('finds the guides and systems of the city, and no fact of an office that is 待公开', () => {
    const found = judge('');
    for (const id of ['functions', 'procedures', 'rules'])
      expect([id, found.get(id)?.verdict]).toEqual([id, 'found']);
    for (const id of ['office-phone', 'office-address', 'office-hours'])
      expect([id, found.get(id)?.offices?.filter(({ verdict }) => verdict === 'found')]).toEqual([id, []]);
  });
});
