/** How much of a text is shown around the first term, and how much of it in front. */
const LENGTH = 70;
const BEFORE = 12;

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

/** The piece of a text that shows its terms, these in `<mark>`, everything else encoded. */
export function excerptOf(text: string, terms: readonly string[]): string {
  const marked = marksOf(text, terms);
  const first = Math.max(0, marked.indexOf(true));
  const start = Math.max(0, Math.min(first - BEFORE, text.length - LENGTH));
  let [html, inside] = ['', false];
  for (let at = start; at < Math.min(text.length, start + LENGTH); at += 1) {
    if (marked[at] !== inside) html += inside ? '</mark>' : '<mark>';
    inside = marked[at] ?? false;
    html += encoded(text.charAt(at));
  }
  return inside ? `${html}</mark>` : html;
}
