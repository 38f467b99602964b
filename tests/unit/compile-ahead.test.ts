/** The program is compiled while the content is still being checked: for just what the check then lets through. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openToCompile, readBuild } from '../../src/build/open.ts';
import { learnAhead } from '../../src/build/renderer/ahead.ts';
import { making } from '../../src/build/renderer/making.ts';
import { keptFolder } from '../../src/build/renderer/place.ts';
import { recorded } from '../../src/build/renderer/recorded.ts';
import { ROOT } from '../../src/command/command.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { kept, type Keeper } from '../../src/domain/reads.ts';
import { askedIndex } from '../../src/exports/search.ts';
import { urgentIndex } from '../../src/exports/urgent.ts';
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

function checked(content: string, day: string) {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  const build = readBuild(ROOT, { content }, envOf(day), () => undefined);
  if (!build) throw new Error('the content has errors');
  return build;
}

/** Where the checked content looks for it. */
const checkedOf = (content: string, day: string) => keptFolder(checked(content, day));

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

it('while the program is being compiled the search learns, and the pages find what it learnt', async () => {
  const build = checked(join(ROOT, 'content'), CONTENT_DAY);
  const root = mkdtempSync(join(tmpdir(), 'open-office-'));
  try {
    const content = recorded(build);
    const place = { root, out: join(root, 'out'), folder: join(root, 'new'), program: 'any' };
    const keeper = making(place, content);
    await learnAhead(content.running, keeper);
    const [asked, alarm] = [keeper.recall('what is asked'), keeper.recall('alarm')];
    // As the next build finds it, too.
    const written = (made: unknown): unknown => JSON.parse(JSON.stringify(made));
    expect(written(asked?.made)).toEqual(askedIndex(build.catalogue));
    expect(written(alarm?.made)).toEqual(urgentIndex(build.catalogue).alarm);
    // Of all that went into it, so that it is learnt anew when that changes.
    for (const one of [asked, alarm]) expect(one?.reads.size).toBeGreaterThan(0);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

it('nothing is kept with a learning that failed', async () => {
  const keeper = { recall: vi.fn<Keeper['recall']>(), keep: vi.fn<Keeper['keep']>() };
  await expect(learnAhead({ catalogue: {} as Catalogue }, keeper)).rejects.toThrow();
  expect(kept('after it', () => 1)).toBe(1);
  expect(keeper.recall).not.toHaveBeenCalledWith('after it');
});
