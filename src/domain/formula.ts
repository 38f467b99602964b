/** Texts that a spreadsheet would compute instead of show: by their first character, as wide ones in Chinese programs too. */
const START = /^[=+\-@＝＋－＠\t\r\n]/;

/** True for a text that must not stand in a cell as it is. */
export const startsFormula = (text: string): boolean => START.test(text);
