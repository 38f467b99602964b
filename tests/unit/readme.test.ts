import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { AT_HOME } from '../../scripts/run.mjs';
import { ROOT } from '../../src/command/command.ts';
import { MANUALS } from '../../src/domain/manuals.ts';
import { projectFiles } from '../../src/scaffold/project/files.ts';
import { regionRecord } from '../../src/scaffold/project/init-region.ts';
import { regionFiles } from '../../src/scaffold/project/region-files.ts';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'content/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The relative addresses that a Markdown text links to or shows. */
const addresses = (text: string) =>
  [...text.matchAll(/\]\(([^)\s#]+)/g)].flatMap(([, to = '']) => (/^\w+:|^\//.test(to) ? [] : [to]));

it.each(PAGES)('%s shows and links to nothing that is not there', (page) => {
  const wrong = addresses(readFileSync(join(ROOT, page), 'utf8')).filter(
    (to) => !existsSync(join(ROOT, dirname(page), to)),
  );
  expect(wrong).toEqual([]);
});

it('texts name a page of the manual by the title that stands above it', () => {
  for (const [name, title] of Object.entries(MANUALS)) {
    const [head = ''] = readFileSync(join(ROOT, `docs/${name}.md`), 'utf8').split('\n');
    expect(head.startsWith(`# ${title}`), head).toBe(true);
  }
});

it('no text for clerks and reviewers names a file of the program, which their city has elsewhere', () => {
  const folders = ['client', 'components', 'domain', 'forges', 'gate', 'scaffold', 'views'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join('src', folder, file),
    ),
  );
  const named = files
    .filter((file) => /\.(?:ts|astro)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return (text.match(/.{0,30}(?<!open-office\/)\bdocs\/\w+\.md/g) ?? []).map((one) => `${file}: ${one}`);
    });
  expect(files.length).toBeGreaterThan(300);
  expect(named).toEqual([]);
});

const scriptsIn = (manifest = '{}') =>
  Object.keys((JSON.parse(manifest) as { scripts: Record<string, string> }).scripts);

/** The commands that pages tell people to run through npm. */
const told = (pages: readonly string[]) => [
  ...new Set(
    pages.flatMap((page) =>
      [...readFileSync(join(ROOT, page), 'utf8').matchAll(/npm run (?:--?\w+ )*([a-z][\w:-]*)/g)].map(
        ([, name = '']) => name,
      ),
    ),
  ),
];

it('every command that the pages for people tell of is there', () => {
  const scripts = scriptsIn(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(told(PAGES).length).toBeGreaterThan(5);
  expect(told(PAGES).filter((name) => !scripts.includes(name))).toEqual([]);
});

it('a city’s or a region’s own repository has every command that its manuals tell of', () => {
  const example = { name: '甲镇', shortName: '甲', slug: 'jia' };
  const about = { code: '9901', title: '示例', bureau: '示例', offices: 1 };
  const request = { about: { ...about, example: { county: example, township: example } }, program: 'x' };
  const city = projectFiles({ ...request, home: 'none' }).get('package.json');
  const region = regionFiles(
    regionRecord([{ code: '9901', name: '示例市' }], false, { title: '示例' }),
    'x',
    'none',
  ).get('package.json');
  const has = [...scriptsIn(city), ...scriptsIn(region), ...AT_HOME];
  const manuals = PAGES.filter((page) => /^(?:docs|content)\//.test(page));
  expect(told(manuals).filter((name) => !has.includes(name))).toEqual([]);
});

it('nobody is told to run a package that some registry has under the program’s name', () => {
  for (const page of PAGES)
    for (const [, said] of readFileSync(join(ROOT, page), 'utf8').matchAll(/\bnpx (\S+)/g))
      expect([page, said]).toEqual([page, '--no-install']);
});
