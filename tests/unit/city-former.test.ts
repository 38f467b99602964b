import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { divisions } from '../../src/schemas/divisions.ts';
import { formerNames } from '../../src/scaffold/city/former.ts';
import type { City } from '../../src/scaffold/city/tree.ts';

/** A city of one county from townships and their villages; codes count up unless a name brings its own: 甲村@205. */
function city(
  townships: Readonly<Record<string, readonly string[]>>,
  county = '犍为县',
  code = '511123',
): City {
  return {
    code: '5111',
    name: '乐山市',
    counties: [
      {
        code,
        name: county,
        townships: Object.entries(townships).map(([key, villages]) => {
          const [name = '', own = ''] = key.split('@');
          return {
            code: `${code}${own}`,
            name,
            villages: villages.map((text) => {
              const [village = '', digits = '999'] = text.split('@');
              return { code: `${code}${own}${digits}`, name: village, kind: 'village' as const };
            }),
          };
        }),
      },
    ],
  };
}

describe('former names come from comparing an older list with the present one', () => {
  it('a merged township lives on where most of its villages are, and its lost villages are remembered', () => {
    const result = formerNames(
      city({ '白马镇@101': ['甲村'], '童家镇@102': ['乙村', '丙村', '丁村', '戊村'], '远镇@103': [] }),
      city({ '白马镇@101': ['甲村', '乙村', '丙村'], '远镇@103': ['丁村'] }),
    );
    expect(result.townships.get('511123101')).toEqual([{ name: '童家镇', villages: ['戊村'] }]);
    expect(result.townships.has('511123103')).toBe(false);
  });

  it('a township that only changed its kind keeps its old name', () => {
    const result = formerNames(city({ '悦来乡@204': ['甲村'] }), city({ '悦来镇@112': ['甲村'] }));
    expect(result.townships.get('511123112')).toEqual([{ name: '悦来乡', villages: [] }]);
  });

  it('a village name that occurs twice in the county gives no vote', () => {
    const result = formerNames(
      city({ '甲镇@101': ['红星村'], '乙乡@102': ['红星村'], '丙乡@103': ['红星村'] }),
      city({ '甲镇@101': ['红星村'] }),
    );
    expect(result.townships.size).toBe(0);
    expect(result.lost.map(({ name }) => name)).toEqual(['乙乡', '丙乡']);
  });

  it('a township divided evenly lives on in both parts; one vote against one names nobody', () => {
    const now = { '甲镇@101': ['一村', '二村', '五村'], '乙镇@102': ['三村', '四村', '六村'] };
    const old = { '甲镇@101': [], '乙镇@102': [] };
    const even = formerNames(city({ ...old, '丙乡@103': ['一村', '二村', '三村', '四村'] }), city(now));
    expect([...even.townships.keys()]).toEqual(['511123101', '511123102']);
    const chance = formerNames(city({ ...old, '丁乡@104': ['五村', '六村'] }), city(now));
    expect(chance.lost).toEqual([{ county: '犍为县', name: '丁乡' }]);
  });

  it('a village renamed under the same code keeps its old name, a code given to another village does not', () => {
    const result = formerNames(
      city({ '甲镇@101': ['新光村@210', '新华村@226', '竹山村@230'] }),
      city({ '甲镇@101': ['大同村@210', '竹山村@226'] }),
    );
    expect(result.communities).toEqual(new Map([['511123101210', ['新光村']]]));
    expect(result.villages.get('511123101')).toEqual(['新华村']);
  });

  it('a village that became a community keeps its old name', () => {
    const result = formerNames(city({ '甲镇@101': ['联合村@201'] }), city({ '甲镇@101': ['联合社区@013'] }));
    expect(result.communities.get('511123101013')).toEqual(['联合村']);
    expect(result.villages.size).toBe(0);
  });

  it('a residents’ committee that is now called a community is not lost', () => {
    const result = formerNames(city({ '甲镇@101': ['东街居委会'] }), city({ '甲镇@101': ['东街社区'] }));
    expect([result.villages.size, result.communities.size]).toEqual([0, 0]);
  });

  it('a county that changed its kind and code is still compared with itself', () => {
    const result = formerNames(
      city({ '甲乡@201': ['一村'] }, '会理县', '513425'),
      city({ '甲镇@101': ['一村'] }, '会理市', '513402'),
    );
    expect(result.townships.get('513402101')).toEqual([{ name: '甲乡', villages: [] }]);
  });
});

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const CHECK = file('tests/fixtures/places/leshan-former-townships.csv');

describe('Leshan agrees with an independent comparison', () => {
  it('every abolished township has the successor that the comparison with the 2016 list found', () => {
    const successors = new Set<string>();
    for (const name of readdirSync(file('content/divisions'))) {
      const county = divisions.parse(JSON.parse(readFileSync(file(`content/divisions/${name}`), 'utf8')));
      for (const township of county.townships)
        for (const former of township.former ?? [])
          successors.add(`${county.name} ${former.name} ${township.name}`);
    }
    const rows = readFileSync(CHECK, 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split(','));
    const missing = rows
      .filter(([, , , status, successor]) => status !== 'kept' && successor)
      .map(([, county, old = '', , successor]) => `${county} ${old.replace(/办事处$/, '')} ${successor}`)
      .filter((one) => !successors.has(one));
    // The 2016 list shares one village of 临江镇 with each of two townships; the 2017 list settles it.
    expect(missing).toEqual(['市中区 临江镇 苏稽镇']);
  });
});
