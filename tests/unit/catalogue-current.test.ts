import { symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../src/catalogue/current.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { row, TODAY, withContent } from '../helpers/content.ts';

const use = (folder: string) => {
  vi.stubEnv('OPEN_OFFICE_CONTENT', folder);
  vi.stubEnv('OPEN_OFFICE_NOW', `${TODAY}T02:00:00Z`);
};

afterEach(() => vi.unstubAllEnvs());

describe('the catalogue of a build', () => {
  it('is read once', () => {
    withContent({}, (folder) => {
      use(folder);
      expect(catalogue()).toBe(catalogue());
    });
  });

  it('is read anew while developing, when a file was saved', () => {
    withContent({}, (folder) => {
      use(folder);
      vi.stubEnv('OPEN_OFFICE_DEV', '1');
      const before = catalogue();
      expect(catalogue()).toBe(before);
      utimesSync(join(folder, 'site.json'), new Date(0), new Date(0));
      expect(catalogue()).not.toBe(before);
    });
  });

  it('is refused with every error when there are any', () => {
    withContent({ 'redirects.json': '{', 'disclosure.json': null }, (folder) => {
      use(folder);
      expect(() => catalogue()).toThrow(/disclosure\.json[^]*redirects\.json:1 缺少 }/);
    });
  });
});

describe('a content folder with links', () => {
  it('is not followed out of itself', () => {
    withContent({}, (folder) => {
      symlinkSync('../outside.json', join(folder, 'words.json'));
      symlinkSync('..', join(folder, 'pages', 'up'));
      expect(loadContent(folder, { today: TODAY }).problems.map(row)).toEqual([
        'pages/up path | - | 这是一个链接，不是文件 | 删除链接，把内容文件本身放在这里',
        'words.json path | - | 这是一个链接，不是文件 | 删除链接，把内容文件本身放在这里',
      ]);
    });
  });
});
