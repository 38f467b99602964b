import type { APIRoute, GetStaticPaths } from 'astro';
import { buildInstant, catalogue } from '../../catalogue/current.ts';
import { contentRevision } from '../../catalogue/revision.ts';
import { addressWithin } from '../../domain/urls.ts';
import { standardsCsv } from '../../exports/standards.ts';

/** The file is not there at all where the city does not publish its standards. */
export const getStaticPaths = (() =>
  catalogue().site.features.standards
    ? [{ params: { standards: 'standards' } }]
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = ({ site }) => {
  const address = addressWithin(import.meta.env.BASE_URL, site);
  const settings = { generatedFrom: contentRevision(), address, now: buildInstant() };
  return new Response(standardsCsv(catalogue(), settings));
};
