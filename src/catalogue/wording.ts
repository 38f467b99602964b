import type { z } from 'zod';
import type { Notation } from './entry.ts';
import { suggest } from './suggest.ts';
import { quote } from '../domain/text.ts';

/** Stands for “the schema gave no text of its own”: the wording then comes from the table below. */
export const NO_TEXT = '\u0000';

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（加引号）',
  number: '数字（不加引号）',
  int: '整数（不加引号）',
  boolean: ' true 或 false（不加引号）',
  array: '列表 [ ]',
  object: '一组字段 { }',
  record: '一组字段 { }',
  null: ' null',
};

const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  string: ['', '个字'],
  array: ['', '项'],
  number: ['', ''],
  int: ['', ''],
};

/** What the author wrote: text in quotation marks with every space, anything else as JSON. */
function show(value: unknown): string {
  if (typeof value !== 'string') return ` ${quote(JSON.stringify(value) ?? '')}`;
  return `“${value.length > 40 ? quote(value) : value}”`;
}

/** The choices of a list of values, as an author reads them. */
const choicesInWords = (choices: readonly unknown[]): string => choices.map(String).join('、');

/** In a form nobody writes quotation marks or brackets. */
const withoutMarks = (text: string) => text.replace(/（.*）| [[{].*/, '');

function wordType(
  issue: Extract<Issue, { code: 'invalid_type' }>,
  value: unknown,
  notation?: Notation,
): string {
  const marked = TYPES[issue.expected] ?? '别的内容';
  const expected = notation === 'form' ? withoutMarks(marked) : marked;
  if (value === null) return `不能写 null，应为${expected}`;
  if (issue.expected === 'int' && typeof value === 'number') return `${value} 不是整数`;
  return `应为${expected}，写的是${show(value)}`;
}

function wordSize(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, value: unknown): string {
  const [before, unit] = UNITS[issue.origin] ?? ['', ''];
  const [side, limit] = issue.code === 'too_small' ? ['至少', issue.minimum] : ['最多', issue.maximum];
  return issue.origin === 'number' || issue.origin === 'int'
    ? `${show(value).trim()} 超出范围，${side} ${limit}`
    : `${before}${side} ${limit} ${unit}`.trim();
}

function wordChoice(choices: readonly unknown[], value: unknown): string {
  if (choices.length === 1) return `只能写 ${String(choices[0])}`;
  const near = typeof value === 'string' ? suggest(value, choices.map(String)) : undefined;
  const hint = near ? `，是不是想写“${near}”` : '';
  return `没有${show(value)}这个选项${hint}；可以写：${choicesInWords(choices)}`;
}

/** The values that a field may have, when the issue is that it has none of them. */
export function choicesOf(issue: Issue): readonly unknown[] {
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
}

/** What an issue of a schema says, in Chinese; the schema's own text where it has one. */
export function wordIssue(issue: Issue, value: unknown, notation?: Notation): string {
  if (issue.message !== NO_TEXT) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return wordType(issue, value, notation);
    case 'too_small':
    case 'too_big':
      return wordSize(issue, value);
    case 'invalid_value':
    case 'invalid_union':
      return choicesOf(issue).length ? wordChoice(choicesOf(issue), value) : `${show(value).trim()} 不合要求`;
    case 'invalid_key':
      return '字段名不合要求';
    default:
      return `${show(value).trim()} 不合要求`;
  }
}
