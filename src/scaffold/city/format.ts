/** What a village's entry looks like when JSON spreads it over lines. */
const COMMUNITY =
  /\{\n\s+"code": ("\d{12}"),\n\s+"name": (".*"),\n\s+"kind": ("\w+")(?:,\n\s+"former": (\[.*\]))?\n\s+\}/g;
/** An array that holds nothing but texts. */
const TEXTS = /\[\n\s+("[^"\n]*"(?:,\n\s+"[^"\n]*")*)\n\s+\]/g;

const LINE = 100;

/** The columns a text takes; Chinese characters take two. */
const width = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);

/**
 * JSON as the content keeps it: two spaces, a newline at the end, short lists of texts on one line, and one line
 * for each village, so that a change to one is a change of one line.
 */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
    .replace(TEXTS, (spread: string, inner: string) => {
      const line = `[${inner.replace(/,\n\s+/g, ', ')}]`;
      return width(line) <= LINE ? line : spread;
    })
    .replace(COMMUNITY, (_, code: string, name: string, kind: string, former?: string) => {
      const rest = former ? `, "former": ${former}` : '';
      return `{ "code": ${code}, "name": ${name}, "kind": ${kind}${rest} }`;
    });
}
