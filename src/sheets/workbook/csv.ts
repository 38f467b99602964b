/** Tables as plain text (CSV), in the encodings in which programs here write them. */
import { parseCsv } from 'hucre/csv';
import { cellText } from '../cell-text.ts';
import { UnreadableBook } from './unreadable.ts';

const NO_TABLE = '读不懂这个文件：不是表格，或者编码不认得。请用 .xlsx、.xls、.ods，或另存为“CSV UTF-8”。';

const A_PAGE = '这个文件名字像表格，里面是网页。请用 WPS 或 Excel 打开，另存为 .xlsx 再试。';

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw new UnreadableBook(NO_TABLE);
}

/** The one sheet of a file of text, which has no name. */
export function readCsv(bytes: Uint8Array) {
  const text = decode(bytes);
  if (/[\u0000-\u0008]/.test(text)) throw new UnreadableBook(NO_TABLE);
  // What many systems hand out as .xls.
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)/i.test(text)) throw new UnreadableBook(A_PAGE);
  const first = text.slice(0, text.indexOf('\n') >>> 0);
  const delimiter = ['\t', ',', ';'].find((one) => first.includes(one)) ?? ',';
  return { name: '', rows: parseCsv(text, { delimiter }).map((row) => row.map(cellText)) };
}
