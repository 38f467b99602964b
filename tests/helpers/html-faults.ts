/*
 * The presets `standard` (the HTML specification), `a11y` and `document`, none of their rules off. One is narrowed:
 * `require-sri` asks for integrity hashes on scripts of other hosts, of which there are none; files of
 * the site itself come with the page.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { ROOT } from '../../src/command/command.ts';
import { gathered, type Page } from './dist.ts';

const config = JSON.parse(readFileSync(join(ROOT, '.htmlvalidate.json'), 'utf8')) as object;

const validator = new HtmlValidate(config);

/** What is wrong with a page as HTML. */
async function faultsOf(page: Pick<Page, 'path' | 'html'>): Promise<{ path: string; what: string }[]> {
  const report = await validator.validateString(page.html, page.path);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => ({
      path: page.path,
      what: `${ruleId} ${message} ${selector ?? ''}`,
    })),
  );
}

/** What is wrong with some pages, each kind told once. */
export async function faultsIn(pages: readonly Pick<Page, 'path' | 'html'>[]): Promise<string[]> {
  const wrong: { path: string; what: string }[] = [];
  for (const page of pages) wrong.push(...(await faultsOf(page)));
  return gathered(wrong);
}
