/** Feeds that readers subscribe to (Atom, RFC 4287). */

export interface FeedEntry {
  /** Never changes, wherever the site moves: a URN. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`, as the author wrote it. */
  readonly published?: string | undefined;
  readonly updated: string;
  readonly summary?: string | undefined;
  readonly category?: string | undefined;
  readonly source?: string | undefined;
}

interface Feed {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly self: string;
  readonly author: string;
  readonly rights: string;
  /** The newest date of what it tells of; of an empty feed, that of the content around it. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A date of the content as an instant: Shanghai's day, at the author's minute where one is given. */
const instant = (date: string) => {
  const [day = '', time = '00:00'] = date.split(' ');
  return `${day}T${time}:00+08:00`;
};

const element = (name: string, text: string | undefined): string[] =>
  text ? [`<${name}>${escaped(text)}</${name}>`] : [];

const link = (rel: string, type: string, href: string) =>
  `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;

const entryLines = (entry: FeedEntry): string[] => [
  '<entry>',
  ...element('id', entry.id),
  ...element('title', entry.title),
  link('alternate', 'text/html', entry.url),
  ...element('published', entry.published && instant(entry.published)),
  ...element('updated', instant(entry.updated)),
  ...(entry.source ? ['<author>', ...element('name', entry.source), '</author>'] : []),
  ...(entry.category ? [`<category term="${escaped(entry.category)}"/>`] : []),
  ...element('summary', entry.summary),
  '</entry>',
];

/** A feed as text. */
export const atom = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    ...element('id', feed.id),
    ...element('title', feed.title),
    link('self', 'application/atom+xml', feed.self),
    link('alternate', 'text/html', feed.url),
    ...element('updated', instant(feed.updated)),
    '<author>',
    ...element('name', feed.author),
    '</author>',
    ...element('rights', feed.rights),
    ...feed.entries.flatMap(entryLines),
    '</feed>',
    '',
  ].join('\n');
