import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPng } from '../../src/build/share/draw.ts';
import { openFont } from '../../src/build/share/font.ts';
import { HEIGHT, shareSvg, WIDTH } from '../../src/exports/share-picture.ts';
import { shareCards } from '../../src/views/share-cards.ts';
import { ROOT } from '../../src/command/command.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { CONTENT_DAY } from '../helpers/content.ts';

const font = openFont();
const { catalogue } = loadContent(join(ROOT, 'content'), { today: CONTENT_DAY });
if (!catalogue) throw new Error('the content has errors');
const cards = shareCards(catalogue);
const svgOf = (title: string) => {
  const card = cards.find((one) => one.title === title);
  if (!card) throw new Error(title);
  return shareSvg(card, font.outline);
};

describe('the picture that chats show of an office', () => {
  it('exists for every office and the site, each at an address of its own', () => {
    expect(cards).toHaveLength(133);
    expect(new Set(cards.map(({ path }) => path)).size).toBe(133);
  });

  it.each([...'漹荍轸雩犍峨彝沐'])('has an outline of its own for %s', (character) => {
    expect(font.has(character)).toBe(true);
    const { path, width } = font.outline(character, 100);
    expect(width).toBe(100);
    expect(path.length).toBeGreaterThan(200);
    expect(path).not.toBe(font.outline('〓', 100).path);
  });

  it('has every character of every card', () => {
    const characters = new Set(
      cards.flatMap(({ above, title, lines, below, notice }) => [
        ...above,
        ...title,
        ...lines.join(''),
        ...below,
        ...(notice ?? ''),
      ]),
    );
    expect([...characters].filter((character) => !font.has(character))).toEqual([]);
  });

  it('says with 〓 where the font lacks a character, as printers do', () => {
    expect(font.has('\u{E000}')).toBe(false);
    expect(font.outline('\u{E000}', 100)).toEqual(font.outline('〓', 100));
  });

  it('keeps all words within the square that WeChat cuts out, none of them a text for the machine’s fonts', () => {
    const wide = cards.flatMap(({ above, title, lines, below }) =>
      [above, title, ...lines, below].filter((text) => {
        const size = Math.min(104, Math.floor(560 / text.length));
        return font.outline(text, size).width > HEIGHT;
      }),
    );
    expect(wide).toEqual([]);
    expect(svgOf('黑竹沟镇司法所')).not.toContain('<text');
  });

  it('begins no line with a comma', () => {
    const notice = `${'字'.repeat(29)}、${'字'.repeat(10)}`;
    const drawn: string[] = [];
    const card = { ...cards[0]!, notice };
    shareSvg(card, (text) => (drawn.push(text), { path: '', width: 0 }));
    expect(drawn.filter((text) => /^[、，。]/.test(text))).toEqual([]);
  });

  it('is small, of the size that is asked for, and the same bytes each time', async () => {
    const svg = svgOf('黑竹沟镇司法所');
    const [first, second] = await Promise.all([drawPng(svg), drawPng(svg)]);
    expect(Buffer.compare(first, second)).toBe(0);
    expect(first.length).toBeLessThan(30 * 1024);
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: WIDTH, height: HEIGHT });
  });
});
