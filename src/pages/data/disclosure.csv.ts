import type { APIRoute } from 'astro';
import { buildInstant, catalogue } from '../../catalogue/current.ts';
import { contentRevision } from '../../catalogue/revision.ts';
import { addressWithin } from '../../domain/urls.ts';
import { disclosureCsv } from '../../exports/disclosure-csv.ts';
import { disclosureFile } from '../../exports/disclosure.ts';

export const GET: APIRoute = ({ site }) => {
  const address = addressWithin(import.meta.env.BASE_URL, site);
  const settings = { generatedFrom: contentRevision(), address, now: buildInstant() };
  return new Response(disclosureCsv(disclosureFile(catalogue(), settings)));
};
