import type { APIRoute, GetStaticPaths } from 'astro';
import { buildInstant, catalogue } from '../../catalogue/current.ts';
import { fingerprint } from '../../catalogue/revision.ts';
import { addressWithin } from '../../domain/urls.ts';
import { exportsOf } from '../../exports/table.ts';

/** Every file of the catalogue of exports. */
export const getStaticPaths = (() => {
  const site = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;
  const address = addressWithin(import.meta.env.BASE_URL, site);
  return exportsOf(catalogue(), { address, digest: fingerprint, now: buildInstant() }).map((one) => ({
    params: { export: one.path },
    props: { mediaType: one.mediaType, build: one.build },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const { mediaType, build } = props as { readonly mediaType: string; readonly build: () => string };
  return new Response(build(), { headers: { 'Content-Type': mediaType } });
};
