import type { Fault } from './fault.ts';

const SAVE = '在 WPS 或 Excel 里“另存为”UTF-8 编码的 CSV 或文本，再替换这个文件';

/** A cell that a spreadsheet would compute instead of show. */
const FORMULA = /(?:^|[,;\t\r\n])"?\s*[=@][A-Za-z(+'"|-]/;

/** What is wrong with a file that should be readable text. */
export function assessText(ending: string, bytes: Uint8Array): Fault | undefined {
  const text = readable(bytes);
  if (text === undefined) return { message: '内容不是 UTF-8 文本', remedy: SAVE };
  if (/^\s*<(?:!doctype|html|head|body|script|svg|\?xml)/i.test(text))
    return { message: '内容是网页，不是文本', remedy: '导出 PDF，或只保存文字' };
  const formula = ending === 'csv' && FORMULA.exec(text);
  return formula
    ? { message: '表格里有以 = 或 @ 开头的格子，打开时会被当成公式运行', remedy: '把公式改成数字或文字' }
    : undefined;
}

function readable(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[\u0000-\u0008\u000E-\u001F]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
