import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { filesBelow } from '../../src/build/stamp.ts';
import { broken, DIST, readSite } from '../helpers/dist.ts';

const two = (text: string) => text.padStart(2, '0');

/** Every full date in a text, whether written 2026-11-22 or 2026年11月22日. */
const datesIn = (text: string): string[] =>
  [...text.matchAll(/\b(\d{4})(?:-(\d{2})-(\d{2})\b|年(\d{1,2})月(\d{1,2})日)/g)].map(
    ([, year, month, day, m, d]) => `${year}-${two(month ?? m ?? '')}-${two(day ?? d ?? '')}`,
  );

/** The page without the dates that were worked out for an instant and are marked so, and without data for scripts. */
const written = (html: string) =>
  html
    .replace(/<script\b[^>]*application\/json[^>]*>.*?<\/script>/gs, '')
    .replace(/<(time|span)\b[^>]*\bdata-computed\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/ data-(?:until|date)="[^"]*"/g, '');

it('every date on a page comes from the content, never from the day of the build', () => {
  const known = new Set(
    ['content', 'national']
      .flatMap((folder) => filesBelow(join(ROOT, folder)))
      .flatMap((file) => datesIn(readFileSync(file, 'utf8'))),
  );
  const wrong = broken(readSite(DIST).pages, (page) =>
    datesIn(written(page.html)).filter((date) => !known.has(date)),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

it('a month or a day in a sentence is told in words, 2026年9月 and not 2026-09', () => {
  const people = readSite(DIST).pages.filter(({ path }) => !path.startsWith('/data/'));
  const told = (html: string) =>
    html.replace(/<(head|script|style|time|code|pre)\b[^>]*>.*?<\/\1>/gs, '').replace(/<[^>]+>/g, '\n');
  expect(broken(people, ({ html }) => told(html).match(/^.*\b20\d\d-\d\d\b.*$/gm) ?? [])).toEqual([]);
});
