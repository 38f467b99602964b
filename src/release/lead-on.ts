/** Writes down where the readers of vanished pages are led: an office that renames a notice must not stop the city. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lead } from '../domain/lead-on.ts';
import { withRedirects } from '../reorganise/addresses.ts';

const FILE = 'redirects.json';
const NONE = '{ "redirects": [] }\n';

/** Adds leads to the redirects of a content folder; everything else in the file stays as it is. */
export function writeLeads(content: string, leads: readonly Lead[]): void {
  const path = join(content, FILE);
  const files = new Map([[FILE, existsSync(path) ? readFileSync(path, 'utf8') : NONE]]);
  const moves = new Map(leads.map(({ from, to }) => [from, to]));
  const text = withRedirects(files, moves, '页面改名或撤销').get(FILE);
  if (typeof text === 'string') writeFileSync(path, text);
}
