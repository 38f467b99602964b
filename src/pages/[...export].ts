import type { APIRoute, GetStaticPaths } from 'astro';
import type { Export } from '../exports/context.ts';
import { DOCUMENTED } from '../exports/documented.ts';
import { siteExports } from './_exports.ts';

/** Every file of the catalogue of exports, wherever it stands. */
export const getStaticPaths = (() =>
  siteExports().map((file) => ({
    params: { export: file.path.slice(1) },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly file: Export }> = ({ props: { file } }) =>
  new Response(file.build(), { headers: { 'Content-Type': DOCUMENTED[file.kind].mediaType } });
