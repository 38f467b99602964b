import type { APIRoute, GetStaticPaths } from 'astro';
import { officePaths } from '../../../_paths.ts';
import { buildInstant, catalogue } from '../../../../catalogue/current.ts';
import { contentRevision } from '../../../../catalogue/revision.ts';
import type { Office } from '../../../../catalogue/types.ts';
import { whereaboutsFile } from '../../../../exports/whereabouts.ts';
import { whereaboutsSource } from '../../../../views/whereabouts.ts';

let revision: string | undefined;

/** Real offices only: samples are in no export (design §2.2). */
export const getStaticPaths = (() => {
  revision = contentRevision();
  return officePaths();
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ office: Office }> = ({ props }) => {
  const stamp = {
    now: buildInstant(),
    generatedFrom: (revision ??= contentRevision()),
    licence: catalogue().site.contentLicence,
  };
  return new Response(whereaboutsFile(whereaboutsSource(props.office, catalogue()), stamp));
};
