/** Texts of cells that are no value of any column. */
import { isFiller } from '../domain/fillers.ts';
import { toHalfWidth } from '../domain/phones.ts';
import { UNCALCULATED } from './cell-text.ts';

/** What a spreadsheet puts where a formula came to nothing, or a column is too narrow for what stands in it. */
const FORMULA_FAULT = /^(?:#[A-Z0/_]+[!?]|#N\/A|#GETTING_DATA|(?:Err|错误)[:：]\d{3})$/i;
const TOO_NARROW = /^#{2,}$/;

/** Why a text is no value, and what to do, where a program put it for what it cannot show. */
export function notShown(text: string): string | undefined {
  if (text === UNCALCULATED)
    return '这一格是公式，文件里没有它的结果；请在表格程序里打开，重新计算（F9）再保存，或者直接写内容';
  if (FORMULA_FAULT.test(text)) return `${text} 是公式没有算出来；请改成要写的内容，或者清空`;
  return TOO_NARROW.test(text)
    ? `${text} 是列太窄，内容没有显示出来；请把列拉宽再保存，或者重新写`
    : undefined;
}

/** Said of words that only fill their cell, where the cell may be empty. */
export const asEmpty = (text: string): string => `“${text.trim()}”不是内容，当作空着`;

/** Whether a value is words that only fill their place, taken as they are written. */
export function isEmptyWord(value: unknown, text: string): boolean {
  const words = [value].flat();
  const isWritten = (word: unknown) =>
    typeof word === 'string' && isFiller(word) && toHalfWidth(text).includes(toHalfWidth(word));
  return words.length > 0 && words.every(isWritten) && (Array.isArray(value) || isFiller(text));
}
