import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgePages } from '../../src/audit/judge.ts';
import { gatherFolder } from '../../src/audit/read-folder.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { buildInstant } from '../../src/build/settings.ts';
import { folders } from '../../src/command/command.ts';
import { dateInShanghai } from '../../src/domain/dates.ts';
import { DIST } from '../helpers/dist.ts';

const today = dateInShanghai(buildInstant(process.env));
const items = loadContent(folders({}).content, { today }).catalogue?.disclosure ?? [];
const judge = (folder: string) =>
  new Map(judgePages(gatherFolder(join(DIST, folder)), items, today).map((one) => [one.item, one]));

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
