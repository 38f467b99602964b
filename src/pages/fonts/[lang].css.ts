import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../../catalogue/current.ts';
import { fontSheet } from '../../exports/fonts.ts';

/** The font of a language that the operator has put into `public/`; asked for only by pages in that language. */
export const getStaticPaths = (() =>
  (catalogue().site.fonts ?? []).map((font) => ({
    params: { lang: font.lang },
    props: { font },
  }))) satisfies GetStaticPaths;

type Font = NonNullable<ReturnType<typeof catalogue>['site']['fonts']>[number];

export const GET: APIRoute<{ font: Font }> = ({ props: { font } }) =>
  new Response(fontSheet(font), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
