import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../../../catalogue/current.ts';
import { once } from '../../../../domain/reads.ts';
import { ASKED_FILES, askedFile } from '../../../../domain/search/asked.ts';
import { askedIndex } from '../../../../exports/search.ts';

/** What was learnt is learnt once for all its files, and only when one of them is made. */
export const getStaticPaths = (() => {
  const index = once(() => askedIndex(catalogue()), new Set());
  return ASKED_FILES.map((file) => ({
    params: { file },
    props: { content: once(() => askedFile(index(), file), new Set()) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly content: () => unknown }> = ({ props: { content } }) =>
  Response.json(content());
