import { paths } from '../../domain/urls.ts';
import type { Site } from '../../schemas/site.ts';

/** Lets a site stand on a phone's home screen; `at` makes a path an address. */
export function webManifest(
  { title, shortTitle, description }: Pick<Site, 'title' | 'shortTitle' | 'description'>,
  at: (path: string) => string,
) {
  const icons = [{ src: at('/favicon.svg'), type: 'image/svg+xml', sizes: 'any' }];
  const colours = { background_color: '#ffffff', theme_color: '#0a4689' };
  return {
    name: title,
    short_name: shortTitle,
    description,
    lang: 'zh-CN',
    start_url: at(paths.home),
    scope: at('/'),
    display: 'minimal-ui',
    icons,
    ...colours,
  };
}
