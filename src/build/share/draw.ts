/** The pictures that chat applications show for a page, drawn once: what was drawn before comes from `.cache/share/`. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { shareSvg } from '../../exports/share-picture.ts';
import type { ShareCard } from '../../views/share-cards.ts';
import { PROGRAM, ROOT } from '../../command/command.ts';
import { type DrawingFont, openFont } from './font.ts';

const CACHE = join(ROOT, '.cache', 'share');

/** A picture with few colours: the same SVG gives the same bytes. */
export const drawPng = (svg: string): Promise<Uint8Array> =>
  sharp(Buffer.from(svg)).png({ palette: true, colours: 16, dither: 0, effort: 7 }).toBuffer();

/** Tells a drawing by its words, whatever drew it. */
const keyOf = (card: ShareCard, code: string) =>
  createHash('sha256')
    .update(JSON.stringify([card, code, sharp.versions]))
    .digest('hex')
    .slice(0, 32);

/** The code that a drawing depends on, beside its words. */
const drawingCode = () =>
  ['src/exports/share-picture.ts', 'src/build/share/font.ts', 'src/build/share/draw.ts', 'package.json']
    .map((file) => readFileSync(join(PROGRAM, file), 'utf8'))
    .join('\0');

async function pictureOf(card: ShareCard, code: string, font: () => DrawingFont): Promise<Uint8Array> {
  const kept = join(CACHE, `${keyOf(card, code)}.png`);
  if (existsSync(kept)) return readFileSync(kept);
  const png = await drawPng(shareSvg(card, font().outline));
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(kept, png);
  return png;
}

/** Writes the pictures into a built folder; returns the characters that the font does not have, drawn as 〓. */
export async function drawSharePictures(folder: string, cards: readonly ShareCard[]): Promise<string[]> {
  let opened: DrawingFont | undefined;
  const font = () => (opened ??= openFont());
  const code = drawingCode();
  for (const card of cards) {
    const file = join(folder, card.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await pictureOf(card, code, font));
  }
  const used = opened ? [...new Set(cards.flatMap(wordsOf).join(''))] : [];
  return used.filter((character) => !font().has(character));
}

const wordsOf = ({ above, title, lines, below, notice = '' }: ShareCard) => [
  above,
  title,
  ...lines,
  below,
  notice,
];
