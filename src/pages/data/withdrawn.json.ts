import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/current.ts';
import { contentRevision } from '../../catalogue/revision.ts';
import { withBase } from '../../domain/urls.ts';
import { withdrawnFile } from '../../exports/withdrawn.ts';

/** Addresses begin with the base: they are looked for among what a device of a reader keeps of this very site. */
export const GET: APIRoute = () => {
  const address = (path: string) => withBase(import.meta.env.BASE_URL, path);
  return new Response(withdrawnFile(catalogue().withdrawn, { generatedFrom: contentRevision(), address }));
};
