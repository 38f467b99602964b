import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../../catalogue/current.ts';
import { adminGuides, type AdminGuide } from '../../../views/admin-guides.ts';

/** One file for each guide; the form page fetches the one that is opened. */
export const getStaticPaths = (() =>
  adminGuides(catalogue()).map(([guide, data]) => ({
    params: { guide },
    props: { data },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: AdminGuide }> = ({ props }) => Response.json(props.data);
