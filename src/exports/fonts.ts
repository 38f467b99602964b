import type { Site } from '../schemas/site.ts';

type Font = NonNullable<Site['fonts']>[number];

/** The style sheet that brings a language's font; the file's address is taken from the sheet's own, `/fonts/`. */
export const fontSheet = ({ lang, file, licence, source }: Font): string =>
  [
    `/* ${source}，${licence} */`,
    `@font-face { font-family: 'Site ${lang}'; src: url('${file}'); font-display: swap; }`,
    '',
  ].join('\n');
