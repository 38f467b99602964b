import { attachmentType, endingOf, type AttachmentType } from '../../domain/attachment-types.ts';
import { isJpeg, isPng, latin } from './bytes.ts';
import { readDocument } from './extract.ts';
import type { Fault } from '../../domain/problems.ts';
import { isSound } from './sound.ts';
import { assessText } from './plain-text.ts';
import { isPackage, partsOf } from './zip.ts';

/** What the first bytes of each form are. */
const BEGINNINGS: Readonly<Record<Exclude<AttachmentType['form'], 'text'>, (bytes: Uint8Array) => boolean>> =
  {
    pdf: (bytes) => latin(bytes.subarray(0, 5)) === '%PDF-',
    package: isPackage,
    png: isPng,
    jpg: isJpeg,
    mp3: isSound,
  };

const PLACE: Fault = {
  message: '照片里记着拍摄的位置',
  remedy: '用看图软件另存一份，或在手机里分享时去掉位置信息；文档里的照片，去掉以后重新插入',
};

function mismatch(name: string, type: AttachmentType): Fault {
  return {
    message: `内容不是 ${type.name} 文件，和后缀 .${endingOf(name)} 不符（可能改过后缀、加了密码或没有传完）`,
    remedy: '不要改后缀；用原来的软件打开，“另存为”需要的格式（不加密码），再替换这个文件',
  };
}

/** True for a package with the part that makes it a document of its type. */
const hasPart = (bytes: Uint8Array, { part }: AttachmentType) =>
  part === undefined || partsOf(bytes).some(({ name }) => part.test(name));

/** What is wrong with the content of an attachment whose name is right; undefined when it may be published. */
export function inspect(name: string, bytes: Uint8Array): Fault | undefined {
  if (bytes.length === 0) return { message: '文件是空的', remedy: '重新放一次，或删除它' };
  const type = attachmentType(name);
  if (!type) return undefined;
  if (type.form === 'text') return assessText(endingOf(name), bytes);
  if (!BEGINNINGS[type.form](bytes)) return mismatch(name, type);
  const { faults, place } = readDocument(bytes);
  return faults[0] ?? (hasPart(bytes, type) ? place && PLACE : mismatch(name, type));
}
