/** Whether a value from a cell is what its column asks for, said in the words of a table. */
import { collectIssues } from '../catalogue/issues.ts';
import { wordIssue } from '../catalogue/wording.ts';
import { isFiller } from '../domain/fillers.ts';
import { toHalfWidth } from '../domain/phones.ts';
import { wrongPhone } from '../domain/wrong-phone.ts';
import { hintOf, unwrap } from '../schemas/field.ts';
import { UNCALCULATED } from './cell-text.ts';
import type { Column } from './columns.ts';
import { number, REMOVE } from './codecs.ts';
import type { Context, SheetFinding } from './model.ts';

/** Remarks that are true of JSON only. */
const tabular = (text: string) => text.replace(/（不?加引号）|（加引号）/g, '').replace('列表 [ ]', '列表');

const exampleOf = (column: Column): string | undefined => {
  const example = hintOf(column.schema)?.example;
  if (example === undefined) return undefined;
  try {
    return column.codec.write(JSON.parse(example), { people: [] });
  } catch {
    return column.codec.write(example, { people: [] });
  }
};

/** What a spreadsheet puts where a formula came to nothing, or a column is too narrow for what stands in it. */
const FORMULA_FAULT = /^(?:#[A-Z0/_]+[!?]|#N\/A|#GETTING_DATA|(?:Err|错误)[:：]\d{3})$/i;
const TOO_NARROW = /^#{2,}$/;

/** What is no value in any column, and what to do. */
function notRead(text: string): string | undefined {
  if (text === UNCALCULATED)
    return '这一格是公式，文件里没有它的结果；请在表格程序里打开，重新计算（F9）再保存，或者直接写内容';
  if (FORMULA_FAULT.test(text)) return `${text} 是公式没有算出来；请改成要写的内容，或者清空`;
  return TOO_NARROW.test(text)
    ? `${text} 是列太窄，内容没有显示出来；请把列拉宽再保存，或者重新写`
    : undefined;
}

/** A long number that a program has shortened, 8.33E+09. */
const SHORTENED = /^\d(?:\.\d+)?E\+?\d+$/i;

/** A day without its year: 12月1日, 12/1. */
const NO_YEAR = /^\d{1,2}\s*[月/.-]\s*\d{1,2}\s*[日号]?$/;

/** What is wrong with a value, and what to write; undefined when nothing is. */
function faultOf(column: Column, value: unknown, text: string, context: Context): string | undefined {
  const broken = notRead(text.trim());
  if (broken) return broken;
  const schema = unwrap(column.schema);
  if (schema.safeParse(value).success) return undefined;
  const said = `“${text.trim().replace(/\s*\n\s*/g, ' ')}”`;
  if (SHORTENED.test(text.trim()))
    return `${said}是表格程序缩短的数，后面几位已经看不出来；请把格子设成“文本”，再写全`;
  if (hintOf(column.schema)?.asks === 'date' && NO_YEAR.test(toHalfWidth(text).trim()))
    return `${said}没有写是哪一年；例如写 2026-12-01`;
  const choices = column.codec.choices?.(context) ?? [];
  if (choices.length > 0) return `没有${said}这个选项；可以写：${choices.join('、')}`;
  const phone =
    hintOf(column.schema)?.asks === 'phone' ? wrongPhone(String(value), context.areaCode) : undefined;
  if (phone) return `${phone.message}；${phone.remedy}`;
  const [issue] = collectIssues(schema, value);
  const example = exampleOf(column);
  const why = issue ? tabular(wordIssue(issue, value)) : '不合要求';
  return [why.includes(said) ? why : `${said}${why}`, example && `例如写 ${example}`]
    .filter(Boolean)
    .join('；');
}

type Verdict = Pick<SheetFinding, 'severity' | 'message'>;

/** Whether a value is a word that only fills its place; where 无 is one of the choices, it is understood as that. */
function isEmptyWord(column: Column, value: unknown, text: string, context: Context): boolean {
  const [word, ...more] = [value].flat();
  const isAsWritten = typeof word === 'string' && toHalfWidth(word) === toHalfWidth(text).trim();
  const isChoice = column.codec.choices?.(context).includes(text.trim()) === true;
  return isFiller(text) && isAsWritten && more.length === 0 && !isChoice;
}

/** What is to be said of a value; with a warning the cell counts as empty. */
export function verdictOn(
  column: Column,
  value: unknown,
  text: string,
  context: Context,
): Verdict | undefined {
  const fault = faultOf(column, value, text, context);
  if (!isEmptyWord(column, value, text, context))
    return fault ? { severity: 'error', message: fault } : undefined;
  const said = `“${text.trim()}”不是内容`;
  if (!column.schema.safeParse(undefined).success)
    return { severity: 'error', message: `${said}；请写实际的内容，不知道的就空着` };
  const zero = column.codec === number ? '；真的是零就写 0' : '';
  return { severity: 'warning', message: `${said}，当作空着${zero}；要去掉原来的，请写“${REMOVE}”` };
}

/** An issue of a whole record as words. */
export const issueInWords = (issue: Parameters<typeof wordIssue>[0], value: unknown): string =>
  tabular(wordIssue(issue, value));
