import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../catalogue/current.ts';
import { encodePhoto } from '../../catalogue/encode-picture.ts';
import type { Photo } from '../../catalogue/types.ts';
import { publishedPhotos } from '../../views/people.ts';

/** The photos that people's entries name, made small and without metadata; others are not published. */
export const getStaticPaths = (() =>
  publishedPhotos(catalogue()).map((photo) => ({
    params: { photo: photo.path.replace(/^\/photos\/|\.jpg$/g, '') },
    props: { photo },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ photo: Photo }> = async ({ props: { photo } }) =>
  new Response(new Uint8Array(await encodePhoto(photo.read())), {
    headers: { 'Content-Type': 'image/jpeg' },
  });
