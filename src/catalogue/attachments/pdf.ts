import { inflateSync } from 'node:zlib';
import { latin } from './bytes.ts';
import type { Fault } from './fault.ts';

/** Names in a PDF that make it do something, and what to call that (facts F1-1). Seven letters at least: no chance hits. */
const ACTS: Readonly<Record<string, string>> = {
  JavaScript: '里面有脚本',
  Launch: '会启动别的程序',
  EmbeddedFile: '里面夹带了别的文件',
  EmbeddedFiles: '里面夹带了别的文件',
  RichMedia: '里面有多媒体程序',
  SubmitForm: '会把填写的内容发出去',
  ImportData: '会读取别的文件',
  Encrypt: '加了密码，无法检查',
};
const NAMES = new RegExp(`/(${Object.keys(ACTS).join('|')})(?![A-Za-z0-9])`);

const REMEDY = '用 WPS 或 Word 打开，重新“导出为 PDF”（不加密、不夹带附件），再替换这个文件';

/** What a PDF does that a document should not, in plain sight, in escaped names or in packed objects. */
export function assessPdf(bytes: Uint8Array): Fault | undefined {
  const text = latin(bytes);
  if (!/^%PDF-\d/.test(text)) return { message: '内容不是 PDF', remedy: REMEDY };
  if (!text.slice(-2048).includes('%%EOF')) return { message: 'PDF 不完整，可能没有传完', remedy: REMEDY };
  for (const part of [text, ...packedObjects(bytes, text)]) {
    const act = NAMES.exec(unescapeNames(part))?.[1];
    if (act !== undefined) return { message: `这个 PDF ${ACTS[act]}（/${act}）`, remedy: REMEDY };
  }
  return undefined;
}

/** `/J#61vaScript` is `/JavaScript`: PDF names may write any character as its code. */
const unescapeNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Where objects may be packed: streams of type ObjStm. A packed part beyond this size is read no further. */
const MAX_UNPACKED = 16 * 1024 * 1024;

function* packedObjects(bytes: Uint8Array, text: string): Generator<string> {
  const streams = /\/ObjStm\b[^]{0,400}?stream\r?\n/g;
  for (const match of text.matchAll(streams)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const unpacked = tryInflate(bytes.subarray(start, end < 0 ? undefined : end));
    if (unpacked) yield latin(unpacked);
  }
}

function tryInflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_UNPACKED, finishFlush: 2 });
  } catch {
    return undefined;
  }
}
