/** How the pieces of text on a page make lines. */

export interface TextPiece {
  text: string;
  readonly x: number;
  readonly y: number;
}

/** Between Han characters a move is no space. */
const tidy = (text: string) => text.replace(/ (?=[^\x21-\x7e\n])|(?<=[^\x21-\x7e\n]) /g, '');

/** Pieces in the order in which they were drawn: a new line where the height changes. */
export function inOrder(pieces: readonly TextPiece[]): string {
  const drawn = pieces.map(({ text, y }, at) => {
    const before = pieces[at - 1];
    return !before ? text : `${before.y === y ? ' ' : '\n'}${text}`;
  });
  return tidy(drawn.join(''));
}

/** Pieces whose heights differ by less than this stand on one line. */
const ONE_LINE = 2;

/** Pieces by place, lines from the top; digits that stand alone beside each other are one number. */
export function byPlace(pieces: readonly TextPiece[]): string {
  const lines: TextPiece[][] = [];
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && Math.abs((line[0]?.y ?? 0) - piece.y) < ONE_LINE) line.push(piece);
    else lines.push([piece]);
  }
  const placed = lines.map((line) =>
    line
      .sort((a, b) => a.x - b.x)
      .map(({ text }, at) => {
        const isAlone = text.length === 1 && line[at - 1]?.text.length === 1;
        return at === 0 || isAlone ? text : ` ${text}`;
      })
      .join(''),
  );
  return tidy(placed.join('\n'));
}
