/**
 * The font of the share pictures: 思源屏显臻宋 (after Source Han Serif, OFL 1.1), in slices by character as
 * `@chinese-fonts/sypxzs` has them. Those of Google's fonts, though more widely used, lack 漹 and 荍.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkitten';
import { memo } from '../../domain/memo.ts';
import type { Outline } from '../../exports/share-picture.ts';

type Font = Exclude<ReturnType<typeof create>, { readonly isCollection: true }>;

interface Slice {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const FACE = /@font-face\s*\{([^}]*)\}/g;

function sliceOf(face: string): Slice[] {
  const file = /url\(["']?\.\/([\w.-]+\.woff2)/.exec(face)?.[1];
  const ranges = /unicode-range:\s*([^;]+)/.exec(face)?.[1];
  if (!file || !ranges) return [];
  const range = (text: string) => {
    const [from = '', to = from] = text.trim().slice(2).split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  };
  return [{ file, ranges: ranges.split(',').map(range) }];
}

/** What printers set for a character that they do not have. */
const GETA = '〓';

export interface DrawingFont {
  readonly outline: Outline;
  readonly has: (character: string) => boolean;
}

/** Opens the font; a slice is read when one of its characters is first drawn. */
export function openFont(): DrawingFont {
  const css = createRequire(import.meta.url).resolve('@chinese-fonts/sypxzs/dist/思源屏显臻宋/result.css');
  const slices = [...readFileSync(css, 'utf8').matchAll(FACE)].flatMap(([, face = '']) => sliceOf(face));
  const fontIn = memo((file: string) => create(readFileSync(join(dirname(css), file))) as Font);
  const glyphOf = memo((character: string) => {
    const code = character.codePointAt(0) ?? 0;
    const slice = slices.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
    const font = slice && fontIn(slice.file);
    return font?.hasGlyphForCodePoint(code) ? { font, glyph: font.glyphForCodePoint(code) } : undefined;
  });
  const outline: Outline = (text, size) => {
    let width = 0;
    const parts = [...text].map((character) => {
      const found = glyphOf(character) ?? glyphOf(GETA);
      if (!found) return '';
      const scale = size / found.font.unitsPerEm;
      const part = found.glyph.path.scale(scale, -scale).translate(width, 0).toSVG();
      width += found.glyph.advanceWidth * scale;
      return part;
    });
    return { path: parts.join(''), width };
  };
  return { outline, has: (character) => glyphOf(character) !== undefined };
}
