/** Whatever has a row in the table of kinds is where readers and programs look for it. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/catalogue/load.ts';
import { ROOT } from '../../src/command/command.ts';
import { FIRST_FILE, unpackFirst } from '../../src/domain/search/first.ts';
import { addressOf, CITING_KINDS, folderOf, KIND_NAMES, KINDS, LISTED_KINDS } from '../../src/kinds.ts';
import { FORMS } from '../../src/client/admin/forms.ts';
import { RECORDS } from '../../src/sheets/records.ts';
import { CONTENT_DAY } from '../helpers/content.ts';
import { DIST, readSite } from '../helpers/dist.ts';

const { contents } = loadContent(join(ROOT, 'content'), { today: CONTENT_DAY });
const site = readSite(DIST);
const pages = new Map(site.pages.map((page) => [page.path, page.html]));
const textOf = (file: string) => readFileSync(join(DIST, file), 'utf8');
const addressesOf = (kind: (typeof KIND_NAMES)[number]) =>
  (contents?.of(kind) ?? []).flatMap(({ names }) => addressOf(kind, names) ?? []);

describe.each(KIND_NAMES)('content of the kind %s', (kind) => {
  it('has each its page, where it has pages', () => {
    expect(addressesOf(kind).filter((path) => !pages.has(path))).toEqual([]);
  });
});

describe.each(LISTED_KINDS)('the list of %s', (kind) => {
  const list = `/${folderOf(kind)}/`;

  it('is a page that leads to each of its texts', () => {
    expect(pages.has(list)).toBe(true);
    expect(addressesOf(kind).length).toBeGreaterThan(0);
    expect(addressesOf(kind).filter((path) => !pages.get(list)?.includes(`href="${path}"`))).toEqual([]);
  });

  it('stands with its texts in the overview, for assistants, and in the search', () => {
    const [overview, assistants, search] = [
      pages.get('/sitemap/') ?? '',
      textOf('llms.txt'),
      JSON.stringify(unpackFirst(readFileSync(join(DIST, FIRST_FILE)))) + textOf('data/search/more.json'),
    ];
    expect(overview).toContain(`href="${list}"`);
    for (const path of addressesOf(kind)) {
      expect(overview).toContain(`href="${path}"`);
      expect(assistants).toContain(`${path}index.md`);
      expect(search).toContain(`"${path}"`);
      expect(site.files.has(`${path}index.md`), path).toBe(true);
    }
  });
});

it('what offices write as records can be written in the form and in workbooks', () => {
  const records = KIND_NAMES.filter(
    (kind) => KINDS[kind].owner === 'office' && KINDS[kind].pattern.endsWith('.json'),
  );
  expect(Object.keys(FORMS).toSorted()).toEqual(records.toSorted());
  expect(Object.keys(RECORDS).toSorted()).toEqual(records.toSorted());
});

it('what cites laws is known by its schema', () => {
  expect(CITING_KINDS).toEqual(
    expect.arrayContaining(['service', 'officeAdaptation', 'functionPage', 'rule', 'question', 'elsewhere']),
  );
  expect(CITING_KINDS).not.toContain('office');
});
