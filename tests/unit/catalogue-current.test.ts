import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildDay, catalogue, workFrom } from '../../src/catalogue/current.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { lending, openBuild, readBuild } from '../../src/build/open.ts';
import { row, TODAY, withContent } from '../helpers/content.ts';

const silent = () => undefined;

const open = (folder: string) =>
  openBuild(folder, { content: '.', now: `${TODAY}T02:00:00Z` }, silent, 'production');

afterEach(() => {
  workFrom(undefined);
  vi.restoreAllMocks();
});

const quiet = () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'log').mockImplementation(silent);
  return vi.spyOn(console, 'error').mockImplementation(silent);
};

describe('the content of a build', () => {
  it('is read once, and pages take it from there', () => {
    quiet();
    withContent({}, (folder) => {
      open(folder);
      expect(catalogue()).toBe(catalogue());
      expect(buildDay()).toBe(TODAY);
    });
  });

  it('is read anew when it is opened again, as a saved file asks for', () => {
    quiet();
    withContent({}, (folder) => {
      open(folder);
      const before = catalogue();
      writeFileSync(join(folder, 'redirects.json'), '{ "redirects": [] }');
      open(folder);
      expect(before.redirects).toHaveLength(1);
      expect(catalogue().redirects).toHaveLength(0);
    });
  });

  it('is refused with every error when there are any, before anything is built', () => {
    const said = quiet();
    withContent({ 'redirects.json': '{', 'disclosure.json': null }, (folder) => {
      expect(() => open(folder)).toThrow(/内容有错误/);
      expect(said.mock.calls.flat().join('\n')).toMatch(/disclosure\.json[^]*redirects\.json[^]*缺少 }/);
      expect(() => catalogue()).toThrow('no build is running');
    });
  });

  it('is not read a second time by Astro when a command has read it', () => {
    quiet();
    withContent({}, (folder) => {
      const read = readBuild(folder, { content: folder }, { SOURCE_DATE_EPOCH: '1795312800' }, silent);
      if (!read) throw new Error('the content has errors');
      void lending(read, () => Promise.resolve(expect(open('/nowhere')).toBe(read)));
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
