/** More than a notice ever has; forges take 65 536 characters. */
const MOST = 30_000;

/** Marks that would wake a link, a picture, a mention, a number of another request, or code. */
const WAKING = /(\\.)|([[\]<`@]|!(?=\[)|#(?=\d)|(?<=:)\/\/|(?<=www)\.)/g;

/** Lines of running text: what follows stands on a line of its own for the reader too. */
const isRunning = (line: string) => /\S/.test(line) && !/^\s*(?:\||#{1,6}\s)/.test(line);

/**
 * A body in Markdown within a request or a comment, as a reader will see it: its headings, lists and tables stay, its
 * lines too, and nothing in it comes alive. It is quoted, so that no line begins a command to the platform.
 */
export function quotedText(body: string): string {
  const cut = body.length > MOST ? `${body.slice(0, MOST)}\n\n（后面还有，见文件。）` : body;
  const lines = cut.trim().split(/\r?\n/);
  return lines
    .map((line, at) => {
      const safe = line.replace(WAKING, (mark, escaped?: string) => escaped ?? `\\${mark}`).trimEnd();
      const isBroken = isRunning(line) && isRunning(lines[at + 1] ?? '');
      return safe ? `> ${safe}${isBroken ? '  ' : ''}` : '>';
    })
    .join('\n');
}
