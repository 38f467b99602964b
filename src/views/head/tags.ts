import { columnOf } from './columns.ts';
import type { Site } from '../../schemas/site.ts';

/** What a content page says of its text; every word and date comes from the content (facts A2, A2-5). */
export interface Article {
  readonly title: string;
  /** `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM` where the author gave the minute; absent where the content has no date. */
  readonly published?: string | undefined;
  readonly source?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
}

interface Tag {
  readonly name: string;
  readonly content: string;
}

type Given = readonly (readonly [name: string, content: string | undefined])[];

const tags = (given: Given): Tag[] =>
  given.flatMap(([name, content]) => (content ? [{ name, content }] : []));

const siteTags = (site: Site) =>
  tags([
    ['SiteName', site.title],
    ['SiteDomain', site.url && new URL(site.url).hostname],
    ['SiteIDCode', site.filings.siteIdCode],
  ]);

function columnTags(path: string): Tag[] {
  const column = columnOf(path);
  if (!column) return [];
  return tags([
    ['ColumnName', column.name],
    ['ColumnDescription', column.description],
    ['ColumnKeywords', column.keywords],
    ['ColumnType', column.type],
  ]);
}

/** A source is named only when it is one: the publisher counts once it is confirmed (design §2.1). */
const articleTags = (article: Article, { publisher }: Site, address: string | undefined) =>
  tags([
    ['ArticleTitle', article.title],
    ['PubDate', article.published],
    ['ContentSource', article.source ?? (publisher.confirmed ? publisher.name : undefined)],
    ['Keywords', article.keywords?.join(',')],
    ['Url', address],
  ]);

/**
 * The page tags of a government site (国办发〔2017〕47号, facts A2) for one page: of the site everywhere, of its column
 * on column and content pages, of the text on content pages. `address` is the page's full address where it is known.
 */
export const pageTags = (site: Site, path: string, article?: Article, address?: string): Tag[] => [
  ...siteTags(site),
  ...columnTags(path),
  ...(article ? articleTags(article, site, address) : []),
];
