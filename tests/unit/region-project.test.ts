import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { regionCodes, regionRecord } from '../../src/scaffold/project/init-region.ts';
import { regionFiles } from '../../src/scaffold/project/region-files.ts';
import { HOMES, type Home } from '../../src/scaffold/project/workflows.ts';
import { region, siteOfRegion } from '../../src/schemas/region.ts';
import { site } from '../../src/schemas/site.ts';
import { faultsOf } from '../helpers/workflows.ts';

const CITIES = [
  { code: '5101', name: '成都市' },
  { code: '5111', name: '乐山市' },
];
const record = regionRecord(CITIES, false, { url: 'https://sf.example.gov.cn/sfs/' });

describe('the repository of a region', () => {
  it.each([
    ['51', ['51']],
    ['00', ['00']],
    ['5101，5111', ['5101', '5111']],
    ['510121,5111', ['510121', '5111']],
  ])('--region %s', (typed, codes) => expect(regionCodes(typed)).toEqual(codes));

  it.each(['', '5', '四川', '51,5101', '5101,5201'])('--region %s is refused, with what to type', (typed) =>
    expect(() => regionCodes(typed)).toThrow('--region'),
  );

  it('begins with a list that the program understands, addresses to be filled in', () => {
    expect(region.parse(record)).toEqual(record);
    expect([record.title, record.publisher.name, record.url, record.base]).toEqual([
      '四川省司法所公开',
      '四川省司法厅',
      'https://sf.example.gov.cn',
      '/sfs/',
    ]);
    expect(regionRecord(CITIES, true, {}).publisher.name).toBe('司法部');
    expect(() => site.parse(siteOfRegion(record))).not.toThrow();
  });

  it.each(Object.keys(HOMES) as Home[])('%s: README, pipeline that is safe, commands', (home) => {
    const files = regionFiles(record, 'file:vendor/x.tgz', home);
    expect(files.get('README.md')).toContain('四川省2个市');
    expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({
      scripts: { start: 'open-office region --open' },
      dependencies: { 'open-office': 'file:vendor/x.tgz' },
    });
    for (const [path, text] of files) {
      if (!path.endsWith('.yml')) continue;
      parse(text);
      for (const [, said] of text.matchAll(/\bnpx (\S+)/g)) expect(said).toBe('--no-install');
      if (home !== 'gitlab') expect(faultsOf(text)).toEqual([]);
    }
  });
});
