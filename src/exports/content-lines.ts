/** Lines of iCalendar and vCard: both escape, fold and end them in the same way (RFC 5545, 3.1; RFC 6350, 3.2). */

const OCTETS = 75;

/** A text as a value: commas, semicolons, backslashes and line ends escaped. */
export const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');

/** Octets of a character in UTF-8. */
function width(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}

/** Breaks a line so that none has more than 75 octets, never within a character. */
function folded(line: string): string {
  let out = '';
  let used = 0;
  for (const char of line) {
    if (used + width(char) > OCTETS) {
      out += '\r\n ';
      used = 1;
    }
    out += char;
    used += width(char);
  }
  return out;
}

/** Lines as a file. */
export const contentLines = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');

/** The line of an address; none where the site's own is not known: both formats want it in full. */
export const addressLine = (url: string): string[] => (/^https?:/.test(url) ? [`URL:${url}`] : []);
