import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/schemas/site.ts';
import { pageTags } from '../../src/views/head/tags.ts';
import { aContent } from '../helpers/content.ts';

const { catalogue } = aContent();
const site = catalogue?.site as Site;
const named = (tags: ReturnType<typeof pageTags>) => tags.map(({ name }) => name);
const valueOf = (tags: ReturnType<typeof pageTags>, name: string) =>
  tags.find((tag) => tag.name === name)?.content;

describe('the page tags of a government site', () => {
  it('on the front page name the site alone', () => {
    expect(named(pageTags(site, '/'))).toEqual(['SiteName']);
  });

  it('on a column’s pages name the column', () => {
    expect(named(pageTags(site, '/services/'))).toEqual([
      'SiteName',
      'ColumnName',
      'ColumnDescription',
      'ColumnKeywords',
      'ColumnType',
    ]);
  });

  it('on a text give its title, its author’s date and source, never the day of the build', () => {
    const tags = pageTags(site, '/affairs/x/', {
      title: '培训',
      published: '2026-11-01 09:30',
      source: '局',
    });
    expect(valueOf(tags, 'ArticleTitle')).toBe('培训');
    expect(valueOf(tags, 'PubDate')).toBe('2026-11-01 09:30');
    expect(valueOf(tags, 'ContentSource')).toBe('局');
    expect(named(pageTags(site, '/rules/x/', { title: '制度' }))).not.toContain('PubDate');
  });

  it('name the publisher as a source only once it is confirmed', () => {
    const article = { title: '制度' };
    expect(named(pageTags(site, '/rules/x/', article))).not.toContain('ContentSource');
    const confirmed = { ...site, publisher: { name: '示例市司法局', confirmed: true } };
    expect(valueOf(pageTags(confirmed, '/rules/x/', article), 'ContentSource')).toBe('示例市司法局');
  });

  it('show a site code and a domain only when they were given', () => {
    const given = { ...site, url: 'https://sfs.example.gov.cn', filings: { siteIdCode: '9911000001' } };
    expect(valueOf(pageTags(given, '/'), 'SiteIDCode')).toBe('9911000001');
    expect(valueOf(pageTags(given, '/'), 'SiteDomain')).toBe('sfs.example.gov.cn');
  });
});
