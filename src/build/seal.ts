/** Closes the finished pages: their content security policy names what stands within each of them, and nothing else. */
import { createHash } from 'node:crypto';
import { INLINE_SCRIPTS, INLINE_STYLES } from '../domain/policy.ts';

const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
/** Data that a script reads is not code: browsers never run it. */
const IS_CODE = (attributes: string) =>
  !/\bsrc=/.test(attributes) && !/\btype="?application\/(?:ld\+)?json/.test(attributes);

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

const listed = (texts: readonly string[]) => [...new Set(texts.map(hashOf))].join(' ');

/** A page with the hashes of its own styles and scripts in its policy. */
export function sealPage(html: string): string {
  const styles = [...html.matchAll(STYLE)].map(([, text = '']) => text);
  const scripts = [...html.matchAll(SCRIPT)].flatMap(([, attributes = '', text = '']) =>
    IS_CODE(attributes) ? [text] : [],
  );
  return html
    .replace(` ${INLINE_STYLES}`, () => (styles.length ? ` ${listed(styles)}` : ''))
    .replace(` ${INLINE_SCRIPTS}`, () => (scripts.length ? ` ${listed(scripts)}` : ''));
}
