/** The program is compiled while the content is still being checked: for just what the check then lets through. */
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openToCompile, readBuild } from '../../src/build/open.ts';
import { keptFolder } from '../../src/build/renderer/place.ts';
import { ROOT } from '../../src/command/command.ts';
import { appended, CONTENT_DAY, type Overrides, TODAY, withContent } from '../helpers/content.ts';

const envOf = (day: string) => ({ SOURCE_DATE_EPOCH: String(Date.parse(`${day}T02:00:00Z`) / 1000) });

afterEach(() => {
  vi.restoreAllMocks();
});

/** Where is kept what is compiled ahead for a folder of content. */
function aheadOf(content: string, day: string) {
  const ahead = openToCompile(ROOT, { content }, envOf(day));
  return ahead && keptFolder(ahead);
}

/** Where the checked content looks for it. */
function checkedOf(content: string, day: string) {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  const checked = readBuild(ROOT, { content }, envOf(day), () => undefined);
  if (!checked) throw new Error('the content has errors');
  return keptFolder(checked);
}

describe('what is compiled before the content is checked', () => {
  it('is what the checked content asks for, the city’s own texts over the national ones', () => {
    const content = join(ROOT, 'content');
    expect(aheadOf(content, CONTENT_DAY)).toBe(checkedOf(content, CONTENT_DAY));
  });

  it('is what the checked content asks for where a city does without the national ones', () => {
    withContent({}, (content) => expect(aheadOf(content, TODAY)).toBe(checkedOf(content, TODAY)));
  });

  const nothing = (overrides: Overrides) =>
    withContent(overrides, (content) => expect(aheadOf(content, TODAY)).toBeUndefined());

  it.each([
    ['import', '\nimport secret from "../site.json?raw"\n'],
    ['export', '\nexport const secret = 1\n'],
    ['a brace', '\n{secret}\n'],
  ])('is nothing where a text holds code: %s', (_what, code) => {
    nothing({ 'pages/about.mdx': appended(code) });
  });

  it('is nothing where the settings cannot be read: the check tells of it', () => {
    nothing({ 'site.json': '{' });
  });
});
