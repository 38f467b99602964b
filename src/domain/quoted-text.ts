/** More than a notice ever has; forges take 65 536 characters. */
const MOST = 20_000;
/** A text of more lines, or of more characters, is folded. */
const FOLDED = { lines: 15, length: 600 };

/** Marks that would wake a link, a picture, a code, an entity or HTML: told as they are. */
const WAKING = /(\\.)|([[\]<`&]|!(?=\[))/g;

/**
 * What platforms look for in the text that they show, escaped or not: mentions, numbers of requests and issues, links.
 * Their full-width twins wake nobody.
 */
const LOOKED_FOR: readonly (readonly [RegExp, string])[] = [
  [/\\?@/g, '＠'],
  [/\\?#(?=\d)/g, '＃'],
  [/\\?!(?=\d)/g, '！'],
  [/:\/\//g, ':／／'],
  [/(?<=www)\./gi, '．'],
];

/** Lines of running text: what follows stands on a line of its own for the reader too. */
const isRunning = (line: string) => /\S/.test(line) && !/^\s*(?:\||#{1,6}\s)/.test(line);

/** A text without what platforms look for, escaped or not. */
export const unheard = (text: string): string =>
  LOOKED_FOR.reduce((told, [mark, twin]) => told.replace(mark, twin), text);

const asleep = (line: string) =>
  unheard(line)
    .replace(WAKING, (mark, escaped?: string) => escaped ?? `\\${mark}`)
    .trimEnd();

/** A text that a platform would refuse for its length ends at a line, and says so, outside of what is folded. */
export function cutText(text: string, most: number, told: string): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf('\n', most);
  const kept = text.slice(0, end > 0 ? end : most);
  const isOpen = kept.lastIndexOf('\n<details>') > kept.lastIndexOf('\n</details>');
  return `${kept}${isOpen ? '\n\n</details>' : ''}\n\n${told}`;
}

/**
 * A body in Markdown within a request or a comment, as a reader will see it: its headings, lists and tables stay, its
 * lines too, and nothing in it comes alive. It is quoted, so that no line begins a command to the platform.
 */
export function quotedText(body: string): string {
  const lines = cutText(body.trim(), MOST, '（后面还有，见文件。）').split(/\r?\n/);
  return lines
    .map((line, at) => {
      const safe = asleep(line);
      const isBroken = isRunning(line) && isRunning(lines[at + 1] ?? '');
      return safe ? `> ${safe}${isBroken ? '  ' : ''}` : '>';
    })
    .join('\n');
}

/** The same with a long text folded, to be opened by whoever reads it. */
export function foldedText(body: string): string {
  const quoted = quotedText(body);
  const isLong = quoted.split('\n').length > FOLDED.lines || quoted.length > FOLDED.length;
  return isLong ? `<details><summary>打开全文</summary>\n\n${quoted}\n\n</details>` : quoted;
}
