import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';

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

it('every command that the pages for people tell of is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const told = PAGES.flatMap((page) => [
    ...readFileSync(join(ROOT, page), 'utf8').matchAll(/npm run (?:--\w+ )*([a-z][\w:-]*)/g),
  ]).map(([, name = '']) => name);
  expect(told.length).toBeGreaterThan(5);
  expect([...new Set(told)].filter((name) => !(name in scripts))).toEqual([]);
});
