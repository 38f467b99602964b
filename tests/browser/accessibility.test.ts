import { beforeAll, describe, expect, it } from 'vitest';
import { AXE, violations } from '../helpers/axe.ts';
import { useBrowser } from '../helpers/browser.ts';
import { gathered } from '../helpers/dist.ts';
import { telling } from '../helpers/kinds.ts';
import { LONG } from '../helpers/long.ts';
import { tour } from '../helpers/tabs.ts';

const stage = useBrowser();

/** Every page where somebody waits for everything; else of every kind the telling ones. */
const paths = (LONG ? stage.site.pages : telling(stage.site)).map((page) => page.path);

interface Finding {
  readonly path: string;
  readonly barriers: readonly string[];
  readonly complaints: readonly string[];
}

const findings: Finding[] = [];

describe(`${LONG ? 'every page' : 'every kind of page'} that was built, opened on a phone`, () => {
  beforeAll(async () => {
    const context = await stage.reader();
    const plan = { context, paths, address: stage.address, script: AXE };
    findings.push(
      ...(await tour(plan, async ({ page, path, complaints }) => ({
        path,
        complaints,
        barriers: await violations(page),
      }))),
    );
    await context.close();
  });

  it('is tested: as many as there are', () => {
    expect(findings).toHaveLength(paths.length);
    expect(new Set(findings.map(({ path }) => path)).size).toBe(paths.length);
  });

  it('puts no barrier in anyone’s way', () => {
    const all = findings.flatMap(({ path, barriers }) => barriers.map((what) => ({ path, what })));
    expect(gathered(all)).toEqual([]);
  });

  it('asks no other host for anything, loads whole, and logs no error', () => {
    const all = findings.flatMap(({ path, complaints }) => complaints.map((what) => ({ path, what })));
    expect(gathered(all)).toEqual([]);
  });
});
