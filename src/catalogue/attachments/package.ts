import { attachmentType } from '../../domain/attachment-types.ts';
import type { Fault } from './fault.ts';
import { partsOf, type Part } from './zip.ts';

/** Parts that run or carry something: macros, old macro sheets, controls, embedded objects, programs. */
const DANGEROUS: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|vbaData|(?:^|\/)macrosheets\//i, '里面有宏'],
  [/(?:^|\/)activeX\//i, '里面有控件'],
  [/(?:^|\/)embeddings\/.*\.(?!docx|xlsx|png|jpe?g)/i, '里面夹带了别的文件'],
  [/\.(?:exe|dll|js|vbs|bat|cmd|scr|ps1|html?|jar|lnk)$/i, '里面有程序'],
];

/** What an author forgot and a reader could dig out (facts F1-1): in which part, how it is written, what it is. */
const TRACES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^word\/comments\.xml$/, /<w:comment\b/, '里面有批注'],
  [/^word\/document\d*\.xml$/, /<w:(?:ins|del)\b/, '里面有修订痕迹'],
  [/^xl\/(?:threadedC|c)omments/, /<(?:threadedC|c)omment\b/, '里面有批注'],
  [/^xl\/workbook\d*\.xml$/, /\bstate="(?:veryH|h)idden"/, '里面有隐藏的工作表'],
  [/^xl\/worksheets\/.*\.xml$/, /<(?:row|col)\b[^>]*\bhidden="(?:1|true)"/, '里面有隐藏的行或列'],
];

/** More parts than any document has. */
const MAX_PARTS = 5000;
/** Of all parts together; an attachment itself has 20 MB at most. */
const MAX_BYTES = 128 * 1024 * 1024;

/** What would harm whoever unpacks the package: paths that lead out of it, or far more than it looks like. */
function trapIn(parts: readonly Part[]): string | undefined {
  if (parts.some(({ name }) => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name)))
    return '里面有越界的路径';
  if (parts.length > MAX_PARTS) return '里面的文件太多';
  let left = MAX_BYTES;
  for (const part of parts) {
    left -= part.size() ?? Number.POSITIVE_INFINITY;
    if (left < 0) return '解开后太大，或者有解不开的内容';
  }
  return undefined;
}

const leftIn = (part: Part): string | undefined => {
  const suspects = TRACES.filter(([name]) => name.test(part.name));
  if (suspects.length === 0) return undefined;
  const text = part.read();
  if (text === undefined) return '里面有打不开的内容';
  return suspects.find(([, written]) => written.test(text))?.[2];
};

/** What is wrong with a package that says by its name to be a document. */
export function assessPackage(name: string, bytes: Uint8Array): Fault | undefined {
  const type = attachmentType(name);
  const parts = partsOf(bytes);
  if (!parts?.some((part) => type?.part?.test(part.name)))
    return {
      message: `内容不是 ${type?.name ?? ''} 文件（可能改过后缀、加了密码或没有传完）`,
      remedy: '打开确认后重新“另存为”，不加密码，再替换这个文件',
    };
  const found = DANGEROUS.find(([pattern]) => parts.some((part) => pattern.test(part.name)));
  if (found)
    return { message: `这个文件${found[1]}`, remedy: '另存为不带宏、不带嵌入对象的文件，或导出 PDF' };
  const trap = trapIn(parts);
  if (trap) return { message: `这个文件${trap}`, remedy: '用办公软件打开，重新“另存为”，再替换这个文件' };
  const trace = parts.map(leftIn).find((one) => one !== undefined);
  return trace === undefined
    ? undefined
    : { message: `这个文件${trace}`, remedy: '删除批注和隐藏内容、接受全部修订后再保存，或导出 PDF' };
}
