import type { ShareCard } from '../views/share-cards.ts';

/** A text drawn as outlines: the same on every machine, whatever fonts it has. */
interface Outlined {
  /** SVG path data, at the origin of the line. */
  readonly path: string;
  readonly width: number;
}

/** Draws a text in a size in pixels. */
export type Outline = (text: string, size: number) => Outlined;

/** What chat applications ask for (1.91 : 1); the words stand in the middle square, which WeChat cuts out. */
export const WIDTH = 1200;
export const HEIGHT = 630;
const SQUARE = 560;

const [INK, SOFT, BLUE] = ['#191d22', '#434a53', '#0a4689'] as const;

interface Line {
  readonly text: string;
  readonly size: number;
  /** Where the line stands, from above. */
  readonly y: number;
  readonly colour: string;
}

/** The largest size up to `most` in which a text is no wider than the square. */
const fitting = (text: string, most: number) => Math.min(most, Math.floor(SQUARE / Math.max(1, text.length)));

/** Cut into lines of so many characters; none begins with a mark that ends something. */
const cut = (text: string, length: number) =>
  text.match(new RegExp(`.{1,${length - 1}}[、，。；：！？）》”’]*`, 'gu')) ?? [];

function linesOf({ above, title, lines, below, notice }: ShareCard): Line[] {
  return [
    { text: above, size: fitting(above, 36), y: 120, colour: SOFT },
    { text: title, size: fitting(title, 104), y: 240, colour: INK },
    ...lines.map((text, at) => ({ text, size: fitting(text, 36), y: 330 + at * 54, colour: INK })),
    { text: below, size: fitting(below, 36), y: 470, colour: BLUE },
    ...cut(notice ?? '', 30)
      .slice(0, 3)
      .map((text, at) => ({ text, size: 18, y: 520 + at * 28, colour: SOFT })),
  ];
}

function drawn({ text, size, y, colour }: Line, outline: Outline): string {
  const { path, width } = outline(text, size);
  return `<path fill="${colour}" transform="translate(${((WIDTH - width) / 2).toFixed(1)} ${y})" d="${path}"/>`;
}

/** The picture as SVG, without a text in it. */
export function shareSvg(card: ShareCard, outline: Outline): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<path fill="#fff" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>`,
    `<path fill="none" stroke="${BLUE}" stroke-width="6" d="M23 23h1154v584H23z"/>`,
    `<path fill="none" stroke="${BLUE}" stroke-width="2" d="M33 33h1134v564H33zM480 272h240"/>`,
    ...linesOf(card).map((line) => drawn(line, outline)),
    '</svg>',
  ].join('');
}
