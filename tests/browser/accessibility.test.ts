import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { each, useBrowser, visit } from '../helpers/browser.ts';
import { gathered } from '../helpers/dist.ts';

const stage = useBrowser();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of axe, the experimental and the best-practice ones included. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
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
    const found = await each(stage.site.pages, 3, async ({ path }) => {
      const { page, complaints } = await visit(context, stage.address(path));
      const barriers = await violations(page);
      await page.close();
      return { path, barriers, complaints };
    });
    await context.close();
    findings.push(...found);
  }, 900_000);

  it('is tested: as many as there are', () => {
    expect(findings).toHaveLength(stage.site.pages.length);
  });

  it('puts no barrier in anyone’s way', () => {
    const all = findings.flatMap(({ path, barriers }) => barriers.map((what) => ({ path, what })));
    expect(gathered(all)).toEqual([]);
  });

  it('asks no other host for anything, loads whole, and logs no error', () => {
    expect(findings.flatMap(({ path, complaints }) => complaints.map((what) => `${path}: ${what}`))).toEqual(
      [],
    );
  });
});
