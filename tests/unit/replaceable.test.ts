import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFolder, requireReplaceable } from '../../src/build/swap.ts';
import { regionCommand } from '../../src/region/region-command.ts';

const REGION = {
  name: '示例省',
  code: '99',
  title: '示例省司法所公开',
  shortTitle: '司法所公开',
  description: '示例',
  publisher: { name: '示例省司法厅', confirmed: false },
  hotlines: [{ number: '12348', name: '公共法律服务热线' }],
  filings: {},
  contentLicence: 'CC BY 4.0',
  cities: [{ code: '9911', name: '示例市', address: 'https://sfs.example.gov.cn/' }],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replaceable-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text = 'mine') => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('a slip in --out costs nobody a file', () => {
  it('what may be replaced: nothing, an empty folder, a site that this program made', () => {
    mkdirSync(join(folder, 'empty'));
    put('site/release.json', '{}');
    for (const name of ['none', 'empty', 'site'])
      expect(() => requireReplaceable(join(folder, name))).not.toThrow();
  });

  it.each(['letters/letter.txt', 'other-site/404.html'])('a folder with %s is refused', (name) => {
    put(name);
    expect(() => requireReplaceable(join(folder, name, '..'))).toThrow('不能覆盖。请用 --out');
  });

  it('a file is refused', () => {
    expect(() => requireReplaceable(put('letter.txt'))).toThrow('不能覆盖。请用 --out');
  });

  it('a region is built over nobody’s letters, and asks no city first', async () => {
    put('region.json', JSON.stringify(REGION));
    const letter = put('letters/letter.txt');
    const out = join(folder, 'letters');
    await expect(regionCommand.run({ out } as never, [folder])).rejects.toThrow('不能覆盖');
    expect(readFileSync(letter, 'utf8')).toBe('mine');
  });

  it('a folder beside it, by whatever name, stays', async () => {
    const copy = put('dist.old/release.json');
    put('dist/release.json');
    await replaceFolder(join(folder, 'dist'), join(folder, 'workshop'), () => {
      put('workshop/release.json', 'new');
      return Promise.resolve();
    });
    expect(existsSync(copy)).toBe(true);
    expect(readdirSync(folder)).toEqual(['dist', 'dist.old']);
  });
});
