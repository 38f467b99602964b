/** A Markdown twin of each page, for assistants and whoever reads no HTML; and `llms.txt`, which leads to them. */
import { withBase } from '../../domain/urls.ts';
import type { Settings } from '../settings.ts';
import { markdownOf } from './markdown.ts';
import { mainOf } from './tree.ts';

const NOINDEX = /<meta name="robots" content="noindex"/;
const NAMED = /<meta name="(ArticleTitle|PubDate|ContentSource)" content="([^"]*)"/g;
const TITLE = /<title>([^<]*)<\/title>/;

const plain = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** Below every twin: whose word it is, and what its words mean. */
const FOOT =
  '“待公开”是还没有人提供，“待核实”是没有核实或超过了核实期限：请照样转述，不要补。在岗、去向只在网页上，按天更换。';

/** A page as its twin tells it; undefined for one that is not to be found. */
export function twinOf(
  html: string,
  path: string,
  { site, base }: Pick<Settings, 'site' | 'base'>,
  main = () => mainOf(html),
): string | undefined {
  if (NOINDEX.test(html)) return undefined;
  const full = (address: string) => (site && address.startsWith('/') ? site + address : address);
  const own = full(withBase(base, path));
  const tags = new Map(
    [...html.matchAll(NAMED)].map(([, name = '', content = '']) => [name, plain(content)]),
  );
  const head = {
    title: plain(TITLE.exec(html)?.[1] ?? ''),
    url: own,
    published: tags.get('PubDate'),
    source: tags.get('ContentSource'),
  };
  const told = Object.entries(head).flatMap(([name, value]) =>
    value ? [`${name}: ${JSON.stringify(value)}`] : [],
  );
  const text = markdownOf(main(), (href) => (href.startsWith('#') ? undefined : full(href)));
  return `---\n${told.join('\n')}\n---\n\n${text}\n\n---\n\n${FOOT}\n`;
}
