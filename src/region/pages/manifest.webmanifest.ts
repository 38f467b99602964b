import type { APIRoute } from 'astro';
import { withBase } from '../../domain/urls.ts';
import { webManifest } from '../../views/head/web-manifest.ts';
import { runningRegion } from '../current.ts';

/** Lets the site stand on a phone's home screen. */
export const GET: APIRoute = () =>
  Response.json(webManifest(runningRegion().site, (path) => withBase(import.meta.env.BASE_URL, path)));
