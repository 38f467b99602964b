import { attachmentType, ATTACHMENT_TYPES, endingOf } from '../../domain/attachment-types.ts';
import { quote } from '../../domain/text.ts';
import type { Fault } from '../../domain/problems.ts';

/** Names that every server, archive and keyboard can write: they become addresses and never change. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+$/;
const MAX_LENGTH = 80;

const INSTEAD: Readonly<Record<string, string>> = {
  'zip rar 7z tar gz': '压缩包看不到里面的内容，请把里面的文件一个一个放进来',
  'docm dotm xlsm xltm xlsb pptm potm ppsm xla xlam':
    '带宏的文件会运行程序，请另存为不带宏的 docx、xlsx，或导出 PDF',
  'html htm xhtml mht mhtml svg xml': '网页文件能夹带程序，请导出 PDF 或图片',
  'js mjs exe msi bat cmd com scr vbs ps1 sh jar apk lnk url hta chm': '程序文件不能公开，请删除',
  'ppt pptx dps pps ppsx': '演示文稿请导出 PDF',
  'mp3 mp4 avi mov wav wmv mkv': '音视频不放在这里，请写清楚在哪里可以看到',
  'doc wps dot wpt rtf odt': '旧格式看不全里面的内容；用 WPS 或 Word 打开，另存为 docx，或导出 PDF',
  'xls et xlt ett ods': '旧格式看不全里面的内容；用 WPS 或 Excel 打开，另存为 xlsx，或导出 PDF',
  ofd: '用 OFD 阅读器或 WPS 打开，导出为 PDF',
  'heic heif': '苹果手机的照片：在“设置—相机—格式”选“兼容性最佳”再拍，或发到电脑上另存为 jpg',
  'webp bmp tif tiff gif': '用看图软件打开，另存为 jpg 或 png',
};

const adviceFor = (ending: string): string =>
  Object.entries(INSTEAD).find(([endings]) => endings.split(' ').includes(ending))?.[1] ??
  `只能放 ${Object.keys(ATTACHMENT_TYPES).join('、')}，请导出 PDF`;

/** What is wrong with the name of an attachment. */
export function assessName(name: string): Fault | undefined {
  const ending = endingOf(name);
  if (!attachmentType(name) && ending !== 'jpeg')
    return { message: `不能公开“${quote(ending || name)}”文件`, remedy: adviceFor(ending) };
  if (NAME.test(name) && name.length <= MAX_LENGTH && ending !== 'jpeg') return undefined;
  return {
    message: `“${quote(name)}”不能作附件的文件名：文件名就是网址，只能用小写字母、数字和连字符`,
    remedy: `改名为 ${fixName(name)}，中文名称写在公告的 attachments 里的 title`,
  };
}

function fixName(name: string): string {
  const ending = endingOf(name).replace('jpeg', 'jpg');
  const stem = name
    .slice(0, name.lastIndexOf('.'))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, MAX_LENGTH - 10);
  return `${/[a-z]/.test(stem) ? stem : `fujian-${stem || '1'}`}.${ending}`;
}
