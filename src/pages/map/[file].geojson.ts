import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/current.ts';
import { boundaryFile } from '../../exports/boundaries.ts';

/** Built only where the operator has a boundary file of their own. */
export const getStaticPaths = () =>
  catalogue().boundaries && catalogue().site.map?.boundaries ? [{ params: { file: 'boundaries' } }] : [];

export const GET: APIRoute = () => {
  const { boundaries, site } = catalogue();
  const settings = site.map?.boundaries;
  if (!boundaries || !settings) return new Response(null, { status: 404 });
  return new Response(JSON.stringify(boundaryFile(boundaries, settings)));
};
