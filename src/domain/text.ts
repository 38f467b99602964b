/** Rules about characters that hold for every text of the content. */

/**
 * What nobody sees: the characters that Unicode lets a screen leave out, marks of direction and format, control codes,
 * fillers of Korean and Braille that are drawn as nothing (facts F2). The one definition for content, names of files,
 * messages, documents and the guard.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/u;
const EACH_INVISIBLE = new RegExp(INVISIBLE, 'gu');
/** They choose how the character before them is drawn: rare names and signs need them. */
const CHOOSES_A_SHAPE = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

/** True for a text in which something stands that nobody sees, whatever it is good for. */
export const hasInvisible = (text: string): boolean => INVISIBLE.test(text);

/** A text with each character that nobody sees replaced. */
export const replaceInvisible = (text: string, by: (char: string) => string): string =>
  hasInvisible(text) ? text.replace(EACH_INVISIBLE, by) : text;

/** A text without the characters nobody sees; what chooses the shape of a character stays. */
export const removeHiddenCharacters = (text: string): string =>
  replaceInvisible(text, (char) => (CHOOSES_A_SHAPE.test(char) ? char : ''));

/** True when a text carries characters nobody sees and nobody may write. */
export const hasHiddenCharacter = (text: string): boolean => removeHiddenCharacters(text) !== text;

/** A text shortened to `max` characters for quoting in a message, line breaks shown as spaces. */
export function quote(text: string, max = 40): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > max ? `${flat.slice(0, max)}…` : flat;
}

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
