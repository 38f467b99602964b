import { paths } from '../../domain/urls.ts';
import type { Address } from './structured.ts';

/** What a page says of itself to chat applications and social networks. */
interface Shared {
  readonly siteTitle: string;
  readonly title: string;
  readonly description: string;
  /** Below the base. */
  readonly path: string;
}

interface ShareTag {
  readonly property?: string;
  readonly itemprop?: string;
  readonly content: string;
}

const OFFICE = /^\/offices\/([\w-]+\/[\w-]+)\//;

/** The picture of a page: that of the office it belongs to, or the site's. */
const pictureOf = (path: string) => paths.sharePicture(OFFICE.exec(path)?.[1]);

const isText = (path: string) => OFFICE.test(path) || /^\/\w+\/[\w-]+\/$/.test(path);

/** Open Graph (ogp.me), with the picture also as WeChat and QQ look for it. Addresses must be in full. */
export function shareTags({ siteTitle, title, description, path }: Shared, address: Address): ShareTag[] {
  const picture = address(pictureOf(path));
  const properties = [
    ['og:site_name', siteTitle],
    ['og:type', isText(path) ? 'article' : 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', address(path)],
    ['og:image', picture],
  ] as const;
  return [
    ...properties.map(([property, content]) => ({ property, content })),
    { itemprop: 'image', content: picture },
  ];
}
