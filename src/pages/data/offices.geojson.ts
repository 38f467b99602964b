import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/current.ts';
import { contentRevision } from '../../catalogue/revision.ts';
import { withBase } from '../../domain/urls.ts';
import { officesGeoJson } from '../../exports/offices-geojson.ts';

/** A full address where the site's own is known, else one that begins with the base. */
export const GET: APIRoute = ({ site }) => {
  const address = (path: string) => {
    const within = withBase(import.meta.env.BASE_URL, path);
    return site ? new URL(within, site).href : within;
  };
  const data = officesGeoJson(catalogue(), { generatedFrom: contentRevision(), address });
  return new Response(`${JSON.stringify(data, null, 1)}\n`);
};
