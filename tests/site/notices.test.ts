import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { filesBelow } from '../../src/build/stamp.ts';
import { attachmentType, sizeInWords } from '../../src/domain/attachment-types.ts';
import { all, attribute, bodyText, broken, DIST, readSite, textOf, UNDER_PATH } from '../helpers/dist.ts';
import { follows } from '../helpers/links.ts';

const site = readSite(DIST);
const { pages, files } = site;
const content = join(ROOT, 'content');

const cityNotices = readdirSync(join(content, 'affairs')).filter((name) => name.endsWith('.md'));
const isNotice = ({ path }: { path: string }) => /\/affairs\/\d{4}-\d{2}-\d{2}-[^/]+\/$/.test(path);
const listPages = pages.filter(({ path }) => path.startsWith('/affairs/') && !isNotice({ path }));

/** Where the file published at an address stands in the content. */
function sourceOf(address: string): string {
  const [owner = '', ...rest] = address.replace('/files/', '').split('/');
  const folder = owner === 'affairs' || owner === 'samples' ? owner : join('offices', owner);
  const name = rest.pop() ?? '';
  const from = owner === 'samples' ? join(ROOT, 'national') : content;
  return join(from, folder, ...rest, 'files', name);
}

describe('documents that notices carry along', () => {
  const published = [...files].filter((file) => file.startsWith('/files/'));

  it('are published byte for byte, at an address that follows from where they stand', () => {
    expect(published.length).toBeGreaterThan(0);
    const wrong = published.filter(
      (address) => !readFileSync(join(DIST, address)).equals(readFileSync(sourceOf(address))),
    );
    expect(wrong).toEqual([]);
  });

  it('are offered with their kind and true size; pictures, made anew, with their kind', () => {
    const offered = pages.flatMap((page) =>
      all(page, 'a')
        .filter((link) => attribute(link, 'href')?.startsWith('/files/'))
        .map((link) => ({ text: textOf(link), file: join(DIST, attribute(link, 'href') ?? '') })),
    );
    expect(new Set(offered.map(({ file }) => file)).size).toBe(published.length);
    const wrong = offered.filter(
      ({ text, file }) =>
        !existsSync(file) ||
        (attachmentType(file)?.remade
          ? !/（\S+图片）$/.test(text)
          : !text.includes(sizeInWords(statSync(file).size)) || !/（\S+，.+）$/.test(text)),
    );
    expect(wrong).toEqual([]);
  });

  it('are linked right below another site’s path', () => {
    const under = readSite(UNDER_PATH);
    const links = under.pages.flatMap(follows).filter((address) => address.includes('/files/'));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((address) => !address.startsWith('/sfj/sfs/files/'))).toEqual([]);
  });
});

describe('the list of notices', () => {
  it('leads to every notice of the city and of its offices, and to no sample', () => {
    const listed = new Set(listPages.flatMap(follows).filter((address) => isNotice({ path: address })));
    const written = pages.filter((page) => isNotice(page) && !page.path.startsWith('/samples/'));
    expect(written.map(({ path }) => path).filter((path) => !listed.has(path))).toEqual([]);
    expect(listed.size).toBe(written.length);
    expect(written.filter(({ path }) => path.startsWith('/affairs/')).length).toBe(cityNotices.length);
  });

  it('holds twenty at most, and leads to its other pages', () => {
    const wrong = broken(listPages, (page) => {
      const count = new Set(follows(page).filter((address) => isNotice({ path: address }))).size;
      return count > 20 ? [`${count} 篇`] : [];
    });
    expect(wrong).toEqual([]);
    const linked = new Set(['/affairs/', ...listPages.flatMap(follows)]);
    expect(listPages.map(({ path }) => path).filter((path) => !linked.has(path))).toEqual([]);
  });

  it('is in the site map only when there is something in it', () => {
    const map = pages.filter(({ path }) => path === '/sitemap/').flatMap(follows);
    const any = pages.some((page) => isNotice(page) && !page.path.startsWith('/samples/'));
    expect(map.includes('/affairs/')).toBe(any);
  });
});

describe('a notice', () => {
  const notices = [content, join(ROOT, 'national')].flatMap((folder) =>
    filesBelow(folder)
      .filter((file) => /\/affairs\/[^/]+\.md$/.test(file))
      .map((file) => ({
        path: file.replace(folder, '').replace(/\.md$/, '/'),
        front: /^---\n([\s\S]*?)\n---/.exec(readFileSync(file, 'utf8'))?.[1] ?? '',
      })),
  );
  const fieldOf = (front: string, name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(front)?.[1];

  it('tells its date, its source and its category', () => {
    const wrong = notices.flatMap(({ path, front }) => {
      const page = pages.find((one) => one.path === path);
      const text = page ? bodyText(page) : '';
      const dates = page ? all(page, 'time').map((time) => attribute(time, 'datetime')) : [];
      return dates.includes(fieldOf(front, 'published')) &&
        text.includes(`来源：${fieldOf(front, 'source')}`) &&
        text.includes(`类别：${fieldOf(front, 'category')}`)
        ? []
        : [path];
    });
    expect(notices.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('leads on to the office whose it is, or to all notices, on a phone too', () => {
    const own = (path: string) => path.replace(/[^/]+\/$/, '').replace(/^(\/.+\/)affairs\/$/, '$1');
    const stuck = notices.filter(({ path }) => {
      const page = pages.find((one) => one.path === path);
      const back = page && all(page, 'a').filter((link) => textOf(link).startsWith('回到'));
      return back?.map((link) => attribute(link, 'href')).join() !== own(path);
    });
    expect(stuck.map(({ path }) => path)).toEqual([]);
  });

  it('that has expired is still there and says so', () => {
    const old = notices.filter(({ front }) => (fieldOf(front, 'expires') ?? '9') < '2026-11-22');
    expect(old.length).toBeGreaterThan(0);
    const wrong = old.filter(({ path }) => {
      const page = pages.find((one) => one.path === path);
      return !page || !bodyText(page).includes('已失效');
    });
    expect(wrong).toEqual([]);
  });
});

describe('charts', () => {
  const charts = pages.flatMap((page) =>
    all(page, 'svg').filter((svg) => attribute(svg, 'aria-labelledby')?.endsWith('-text') === true),
  );

  it('are pictures with a name and a description', () => {
    expect(charts.length).toBeGreaterThan(0);
    const wrong = charts.filter((svg) => {
      const named = svg.childNodes.filter((node) => /^(?:title|desc)$/.test(node.nodeName) && textOf(node));
      return attribute(svg, 'role') !== 'img' || named.length !== 2;
    });
    expect(wrong.length).toBe(0);
  });

  it('stand beside a table of the same figures', () => {
    const wrong = broken(pages, (page) => {
      const captions = all(page, 'figcaption').map((one) => textOf(one).replace(/斜线：.+$/, ''));
      const heads = new Set(all(page, 'th').map(textOf));
      const isFigure = /（(?:人次|件|场|次)）$/;
      return captions.filter((caption) => isFigure.test(caption) && !heads.has(caption));
    });
    expect(wrong).toEqual([]);
  });
});
