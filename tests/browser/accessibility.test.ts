import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { gathered } from '../helpers/dist.ts';
import { tour } from '../helpers/tabs.ts';

const stage = useBrowser();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of axe, the experimental and the best-practice ones included. */
async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    return (await axe.run(document, { resultTypes: ['violations'], rules })) as AxeResults;
  });
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} — ${target.join(' ')} — ${failureSummary ?? ''}`,
    ),
  );
}

interface Finding {
  readonly path: string;
  readonly barriers: readonly string[];
  readonly complaints: readonly string[];
}

const findings: Finding[] = [];

describe('every page that was built, opened on a phone', () => {
  beforeAll(async () => {
    const context = await stage.reader();
    const paths = stage.site.pages.map((page) => page.path);
    const plan = { context, paths, address: stage.address, script: axeSource };
    findings.push(
      ...(await tour(plan, async ({ page, path, complaints }) => ({
        path,
        complaints,
        barriers: await violations(page),
      }))),
    );
    await context.close();
  }, 900_000);

  it('is tested: as many as there are', () => {
    expect(findings).toHaveLength(stage.site.pages.length);
    expect(new Set(findings.map(({ path }) => path)).size).toBe(stage.site.pages.length);
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
