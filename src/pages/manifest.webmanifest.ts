import type { APIRoute } from 'astro';
import { catalogue } from '../catalogue/current.ts';
import { withBase } from '../domain/urls.ts';
import { webManifest } from '../views/head/web-manifest.ts';

/** Lets the site stand on a phone's home screen. */
export const GET: APIRoute = () =>
  Response.json(webManifest(catalogue().site, (path) => withBase(import.meta.env.BASE_URL, path)));
