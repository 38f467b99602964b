import { HtmlValidate } from 'html-validate';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { DIST, gathered, readSite } from '../helpers/dist.ts';

/*
 * The presets `standard` (the HTML specification), `a11y` and `document`, none of their rules off. One is narrowed:
 * `require-sri` asks for integrity hashes on scripts of other hosts, of which there are none; files of
 * the site itself come with the page.
 */
const config = JSON.parse(readFileSync(join(ROOT, '.htmlvalidate.json'), 'utf8')) as object;

it('every page is valid HTML', { timeout: 300_000 }, async () => {
  const validator = new HtmlValidate(config);
  const wrong: { path: string; what: string }[] = [];
  for (const page of readSite(DIST).pages) {
    const report = await validator.validateString(page.html, page.path);
    for (const { ruleId, message, selector } of report.results.flatMap((result) => result.messages))
      wrong.push({ path: page.path, what: `${ruleId} ${message} ${selector ?? ''}` });
  }
  expect(gathered(wrong)).toEqual([]);
});
