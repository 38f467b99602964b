/** Whether a value from a cell is what its column asks for, said in the words of a table. */
import { collectIssues } from '../catalogue/issues.ts';
import { wordIssue } from '../catalogue/wording.ts';
import { toHalfWidth } from '../domain/phones.ts';
import { wrongPhone } from '../domain/wrong-phone.ts';
import { hintOf, unwrap } from '../schemas/field.ts';
import { UNCALCULATED } from './cell-text.ts';
import type { Column } from './columns.ts';
import type { Context } from './model.ts';

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
export function faultOf(column: Column, value: unknown, text: string, context: Context): string | undefined {
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

/** An issue of a whole record as words. */
export const issueInWords = (issue: Parameters<typeof wordIssue>[0], value: unknown): string =>
  tabular(wordIssue(issue, value));
