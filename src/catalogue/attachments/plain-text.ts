import { CsvError, parse } from 'csv-parse/sync';
import { startsFormula } from '../../domain/formula.ts';
import type { Fault } from '../../domain/problems.ts';

const SAVE = '在 WPS 或 Excel 里“另存为”UTF-8 编码的 CSV 或文本，再替换这个文件';

/** Signs before a number, or alone for want of one, compute nothing. */
const NUMBER = /^[+\-＋－]*(?:[\d０-９][\d０-９.,，．]*[%％]?)?$/;
/** Tells Excel by what cells are parted: nobody could be sure what the cells are. */
const PARTED = /^\uFEFF?sep=/i;

/** The line of the first cell that a spreadsheet would compute; 0 where the cells cannot be told apart. */
function formulaIn(text: string): number | undefined {
  if (PARTED.test(text)) return 1;
  try {
    const rows = parse(text, { bom: true, relax_column_count: true, info: true }) as unknown as {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return rows.find(({ record }) => record.some(isFormula))?.info.lines;
  } catch (error) {
    if (error instanceof CsvError) return 0;
    throw error;
  }
}

/** Also behind blanks, or where a program parts cells by semicolons or tabs. */
const isFormula = (cell: string): boolean =>
  /^[\t\r\n]/.test(cell) ||
  cell.split(/[;\t]/).some((one) => startsFormula(one.trim()) && !NUMBER.test(one.trim()));

/** What is wrong with a file that should be readable text. */
export function assessText(ending: string, bytes: Uint8Array): Fault | undefined {
  const text = readable(bytes);
  if (text === undefined) return { message: '内容不是 UTF-8 文本', remedy: SAVE };
  if (/^\s*<(?:!doctype|html|head|body|script|svg|\?xml)/i.test(text))
    return { message: '内容是网页，不是文本', remedy: '导出 PDF，或只保存文字' };
  const line = ending === 'csv' ? formulaIn(text) : undefined;
  if (line === 0) return { message: '看不懂这个表格：引号不成对', remedy: SAVE };
  return line === undefined
    ? undefined
    : {
        message: `第 ${line} 行有以 =、+、-、@ 等开头的格子，打开时会被当成公式运行`,
        remedy: '把公式改成算好的数字；文字前面不要用这些符号',
      };
}

function readable(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[\u0000-\u0008\u000E-\u001F]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
