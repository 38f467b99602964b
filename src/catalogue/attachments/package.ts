import { attachmentType } from '../../domain/attachment-types.ts';
import { latin } from './bytes.ts';
import type { Fault } from './fault.ts';

const END = 'PK\x05\x06';
const ENTRY = 0x02014b50;

/** The names of the parts of a package (ZIP), from the list at its end; undefined when it cannot be read. */
export function partsOf(bytes: Uint8Array): string[] | undefined {
  const end = latin(bytes.subarray(-65_557)).lastIndexOf(END);
  if (end < 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = Math.max(0, bytes.length - 65_557) + end;
  if (tail + 20 > bytes.length) return undefined;
  const names: string[] = [];
  let at = view.getUint32(tail + 16, true);
  for (let left = view.getUint16(tail + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const length = view.getUint16(at + 28, true);
    names.push(latin(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** Parts that run or carry something: macros, old macro sheets, controls, embedded objects, programs. */
const DANGEROUS: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|vbaData|(?:^|\/)macrosheets\//i, '里面有宏'],
  [/(?:^|\/)activeX\//i, '里面有控件'],
  [/(?:^|\/)embeddings\/.*\.(?!docx|xlsx|png|jpe?g)/i, '里面夹带了别的文件'],
  [/\.(?:exe|dll|js|vbs|bat|cmd|scr|ps1|html?|jar|lnk)$/i, '里面有程序'],
];

/** What is wrong with a package that says by its name to be a document. */
export function judgePackage(name: string, bytes: Uint8Array): Fault | undefined {
  const type = attachmentType(name);
  const parts = partsOf(bytes);
  if (!parts?.some((part) => type?.part?.test(part)))
    return {
      message: `内容不是 ${type?.name ?? ''} 文件（可能改过后缀、加了密码或没有传完）`,
      remedy: '打开确认后重新“另存为”，不加密码，再替换这个文件',
    };
  const found = DANGEROUS.find(([pattern]) => parts.some((part) => pattern.test(part)));
  return found && { message: `这个文件${found[1]}`, remedy: '另存为不带宏、不带嵌入对象的文件，或导出 PDF' };
}
