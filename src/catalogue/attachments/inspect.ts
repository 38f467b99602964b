import { attachmentType, endingOf, type AttachmentType } from '../../domain/attachment-types.ts';
import { beginsWith, latin } from './bytes.ts';
import type { Fault } from './fault.ts';
import { assessPackage } from './package.ts';
import { assessPdf } from './pdf.ts';
import { assessJpeg } from './picture.ts';
import { assessText } from './plain-text.ts';

type Assess = (name: string, bytes: Uint8Array) => Fault | undefined;

const mismatch = (name: string): Fault => ({
  message: `内容和后缀 .${endingOf(name)} 不符`,
  remedy: '不要改后缀；用原来的软件打开，“另存为”需要的格式，再替换这个文件',
});

/** Old Word, Excel and WPS files; macros show as streams named in two-byte characters. */
function assessCompound(name: string, bytes: Uint8Array): Fault | undefined {
  if (!beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return mismatch(name);
  const macros = /_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0|M\0a\0c\0r\0o\0s\0\0/.test(latin(bytes));
  return macros
    ? { message: '这个文件里面有宏', remedy: '另存为不带宏的 docx、xlsx，或导出 PDF' }
    : undefined;
}

const ASSESSMENTS: Readonly<Record<AttachmentType['form'], Assess>> = {
  pdf: (_, bytes) => assessPdf(bytes),
  package: assessPackage,
  compound: assessCompound,
  text: (name, bytes) => assessText(endingOf(name), bytes),
  png: (name, bytes) =>
    beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? undefined : mismatch(name),
  jpg: (name, bytes) => (beginsWith(bytes, 0xff, 0xd8, 0xff) ? assessJpeg(bytes) : mismatch(name)),
};

/** What is wrong with the content of an attachment whose name is right; undefined when it may be published. */
export function inspect(name: string, bytes: Uint8Array): Fault | undefined {
  if (bytes.length === 0) return { message: '文件是空的', remedy: '重新放一次，或删除它' };
  const type = attachmentType(name);
  return type && ASSESSMENTS[type.form](name, bytes);
}
