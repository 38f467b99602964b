/** Whether a value from a cell is what its column asks for, said in the words of a table. */
import { collectIssues } from '../catalogue/issues.ts';
import { wordIssue } from '../catalogue/wording.ts';
import { toHalfWidth } from '../domain/phones.ts';
import { wrongPhone } from '../domain/wrong-phone.ts';
import { hintOf, unwrap } from '../schemas/field.ts';
import type { Column } from './columns.ts';
import { number, REMOVE } from './codecs.ts';
import type { Context, SheetFinding } from './model.ts';
import { asEmpty, isEmptyWord, notShown } from './no-value.ts';

/** Remarks that are true of JSON only. */
const tabular = (text: string) => text.replace(/（不?加引号）|（加引号）/g, '').replace('列表 [ ]', '列表');

/** What a column takes: one of its choices, else something like its example. */
function whatToWrite({ codec, example, note }: Column, context: Context): string {
  const choices = codec.choices?.(context) ?? [];
  if (choices.length > 0) return `可以写：${choices.join('、')}`;
  return example ? `例如写 ${example}` : `请写${note.split('\n')[0]}`;
}

/** Said of a column that must not be empty. */
export const notWritten = (column: Column, context: Context): string =>
  `没有写「${column.title}」；${whatToWrite(column, context)}`;

/** A long number that a program has shortened, 8.33E+09. */
const SHORTENED = /^\d(?:\.\d+)?E\+?\d+$/i;

/** A day without its year: 12月1日, 12/1. */
const NO_YEAR = /^\d{1,2}\s*[月/.-]\s*\d{1,2}\s*[日号]?$/;

/** What is wrong with a value, and what to write; undefined when nothing is. */
function faultOf(column: Column, value: unknown, text: string, context: Context): string | undefined {
  const broken = notShown(text.trim());
  if (broken) return broken;
  const schema = unwrap(column.schema);
  if (schema.safeParse(value).success) return undefined;
  const said = `“${text.trim().replace(/\s*\n\s*/g, ' ')}”`;
  if (SHORTENED.test(text.trim()))
    return `${said}是表格程序缩短的数，后面几位已经看不出来；请把格子设成“文本”，再写全`;
  if (hintOf(column.schema)?.asks === 'date' && NO_YEAR.test(toHalfWidth(text).trim()))
    return `${said}没有写是哪一年；例如写 2026-12-01`;
  const isListed = (column.codec.choices?.(context) ?? []).length > 0;
  if (isListed) return `没有${said}这个选项；${whatToWrite(column, context)}`;
  const phone =
    hintOf(column.schema)?.asks === 'phone' ? wrongPhone(String(value), context.areaCode) : undefined;
  if (phone) return `${phone.message}；${phone.remedy}`;
  const [issue] = collectIssues(schema, value);
  const why = issue ? tabular(wordIssue(issue, value)) : '不合要求';
  return `${why.includes(said) ? why : `${said}${why}`}；${whatToWrite(column, context)}`;
}

type Verdict = Pick<SheetFinding, 'severity' | 'message'>;

/** What is to be said of a value; with a warning the cell counts as empty. */
export function verdictOn(
  column: Column,
  value: unknown,
  text: string,
  context: Context,
): Verdict | undefined {
  const fault = faultOf(column, value, text, context);
  const isChoice = column.codec.choices?.(context).includes(text.trim()) === true;
  if (isChoice || !isEmptyWord(value, text)) return fault ? { severity: 'error', message: fault } : undefined;
  if (!column.schema.safeParse(undefined).success)
    return { severity: 'error', message: `“${text.trim()}”不是内容；请写实际的内容，不知道的就空着` };
  const zero = column.codec === number ? '；真的是零就写 0' : '';
  return { severity: 'warning', message: `${asEmpty(text)}${zero}；要去掉原来的，请写“${REMOVE}”` };
}

/** An issue of a whole record as words. */
export const issueInWords = (issue: Parameters<typeof wordIssue>[0], value: unknown): string =>
  tabular(wordIssue(issue, value));
