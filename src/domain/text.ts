/** Rules about characters that hold for every text of the content. */

const HIDDEN =
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** True when a text carries characters nobody sees: zero-width, direction marks, control codes (facts F2). */
export const hasHiddenCharacter = (text: string): boolean => HIDDEN.test(text);

/** A text shortened to `max` characters for quoting in a message, line breaks shown as spaces. */
export function quote(text: string, max = 40): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > max ? `${flat.slice(0, max)}…` : flat;
}

/** A text without the characters nobody sees. */
export const removeHiddenCharacters = (text: string): string =>
  hasHiddenCharacter(text) ? text.replace(new RegExp(HIDDEN, 'g'), '') : text;

/** True when a text has full-width digits, letters or ASCII marks: half-width forms are expected in numbers. */
export const hasFullWidth = (text: string): boolean => /[\uFF01-\uFF5E\u3000]/.test(text);
