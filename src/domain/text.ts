/** Rules about characters that hold for every text of the content. */

const HIDDEN =
  /[\u00AD\u034F\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\u3164\uFEFF\uFFA0\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u{E0000}-\u{E007F}]/u;

/** True when a text carries characters nobody sees: zero-width, direction marks, control codes (facts F2). */
export const hasHiddenCharacter = (text: string): boolean => HIDDEN.test(text);

/** A text shortened to `max` characters for quoting in a message, line breaks shown as spaces. */
export function quote(text: string, max = 40): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > max ? `${flat.slice(0, max)}…` : flat;
}

/** A text without the characters nobody sees. */
export const removeHiddenCharacters = (text: string): string =>
  hasHiddenCharacter(text) ? text.replace(new RegExp(HIDDEN, 'gu'), '') : text;

/** True when a text has full-width digits, letters or ASCII marks: half-width forms are expected in numbers. */
export const hasFullWidth = (text: string): boolean => /[\uFF01-\uFF5E\u3000]/.test(text);

/** Letters that look like Latin ones where nobody writes them (Cyrillic, Armenian, Cherokee; Greek within a Latin word). */
const LOOKALIKE =
  /[\u0400-\u058F\u13A0-\u13FF\u1C80-\u1C8F]|(?<=[A-Za-z])[\u0370-\u03FF]|[\u0370-\u03FF](?=[A-Za-z])/u;
/** Marks piled onto one character run over the lines around it. */
const PILED = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]{3,}/u;

/** Where a text has a character that passes for another, or marks that run over others; undefined when nowhere. */
export function disguisedAt(text: string): { readonly at: number; readonly char: string } | undefined {
  const match = LOOKALIKE.exec(text) ?? PILED.exec(text);
  return match ? { at: match.index, char: [...match[0]][0] ?? '' } : undefined;
}
