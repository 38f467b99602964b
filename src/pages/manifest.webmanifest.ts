import type { APIRoute } from 'astro';
import { catalogue } from '../catalogue/current.ts';
import { paths, withBase } from '../domain/urls.ts';

/** Lets the site stand on a phone's home screen. */
export const GET: APIRoute = () => {
  const { title, shortTitle, description } = catalogue().site;
  const at = (path: string) => withBase(import.meta.env.BASE_URL, path);
  const icons = [{ src: at('/favicon.svg'), type: 'image/svg+xml', sizes: 'any' }];
  const colours = { background_color: '#ffffff', theme_color: '#0a4689' };
  return Response.json({
    name: title,
    short_name: shortTitle,
    description,
    lang: 'zh-CN',
    start_url: at(paths.home),
    scope: at('/'),
    display: 'minimal-ui',
    icons,
    ...colours,
  });
};
