/** How much of a text is shown around the first term, and how much of it in front. */
const LENGTH = 70;
const BEFORE = 12;
/** A word longer than this is an address, and may be cut. */
const LONGEST = 24;

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const encoded = (text: string) => text.replace(/[<>&"]/g, (one) => ENTITIES[one] ?? one);

/** Which characters belong to a term; terms overlap. */
function marksOf(text: string, terms: readonly string[]): boolean[] {
  const marked = Array.from({ length: text.length }, () => false);
  const low = text.toLowerCase();
  for (const term of terms)
    for (let at = low.indexOf(term); at >= 0; at = low.indexOf(term, at + 1))
      marked.fill(true, at, at + term.length);
  return marked;
}

/** A place to cut that is in no word in letters, number or name of a file: the next one in a direction, if it is near. */
function betweenWords(text: string, place: number, step: 1 | -1): number {
  const isInside = (at: number) => /^[\w.%+/-]{2}$/.test(text.slice(at - 1, at + 1));
  for (let at = place; Math.abs(at - place) <= LONGEST; at += step) if (!isInside(at)) return at;
  return place;
}

/** The piece of a text that shows its terms, these in `<mark>`, everything else encoded. */
export function excerptOf(text: string, terms: readonly string[]): string {
  const marked = marksOf(text, terms);
  const first = Math.max(0, marked.indexOf(true));
  const from = Math.max(0, Math.min(first - BEFORE, text.length - LENGTH));
  const start = betweenWords(text, from, -1);
  const end = betweenWords(text, Math.min(text.length, from + LENGTH), 1);
  let [html, inside] = ['', false];
  for (let at = start; at < end; at += 1) {
    if (marked[at] !== inside) html += inside ? '</mark>' : '<mark>';
    inside = marked[at] ?? false;
    html += encoded(text.charAt(at));
  }
  if (inside) html += '</mark>';
  return end < text.length ? `${html.trimEnd()}……` : html;
}
