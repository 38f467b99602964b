import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeAttachment } from '../../src/catalogue/encode-picture.ts';
import { inspect } from '../../src/catalogue/attachments/inspect.ts';
import { aContent, type Content, type Overrides, problemsOf } from '../helpers/content.ts';
import {
  compound,
  DOCX,
  jpeg,
  packageOf,
  packedPdf,
  pdf,
  png,
  recording,
  XLSX,
} from '../helpers/documents.ts';

const FILES = 'offices/dong/jia/files/';
const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';

/** A notice that names some files. */
const naming =
  (...names: readonly string[]) =>
  (usual: string): string => {
    const items = names.map((name) => `  - { file: ${name}, title: 名称 }`).join('\n');
    return usual.replace('source:', `attachments:\n${items}\nsource:`);
  };

/** What the check says of one attachment that a notice names. */
function said(name: string, content: Content): string[] {
  const overrides: Overrides = { [FILES + name]: content, [AFFAIR]: naming(name) };
  return aContent(overrides)
    .problems.filter(({ file }) => file.startsWith(FILES))
    .map(({ message }) => message);
}

describe('a notice may carry', () => {
  it.each([
    ['jihua.pdf', pdf('/Lang (zh-CN) /OpenAction [1 0 R /Fit]')],
    ['jihua.pdf', packedPdf('1 0 << /Type /Page >>')],
    ['2026-jihua.docx', packageOf(...DOCX)],
    ['biao.xlsx', packageOf(...XLSX)],
    ['biao.csv', '月份,件数\n十月,-3\n'],
    ['shuoming.txt', '说明\n'],
    ['tu.png', png],
    ['zhaopian.jpg', jpeg(0x0112)],
    ['luyin.mp3', recording()],
    ['luyin.mp3', recording({ notes: '王某某的手机' })],
    ['jihua.docx', packageOf(...DOCX, ['word/comments.xml', '<w:comments/>'])],
  ])('%s', (name, content) => {
    expect(said(name, content)).toEqual([]);
  });
});

describe('a recording', () => {
  it('is published as the sound alone: no name of a telephone or a person stands in front or behind', async () => {
    const published = await encodeAttachment('/files/luyin.mp3', recording({ notes: '王某某的手机' }));
    expect(published).toEqual(recording());
  });

  it('is refused without the words that are said in it', () => {
    const named = (more: string) =>
      problemsOf({
        [`${FILES}luyin.mp3`]: recording(),
        [AFFAIR]: (usual) =>
          usual.replace('source:', `attachments: [{ file: luyin.mp3, title: 听${more} }]\nsource:`),
      });
    expect(named('').join()).toContain('录音 luyin.mp3 没有文字');
    expect(named(', transcript: 正文')).toEqual([]);
  });
});

describe('no notice may carry', () => {
  it.each([
    ['script in a PDF', 'a.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'), '有脚本'],
    ['script under an escaped name', 'a.pdf', pdf('/OpenAction << /S /J#61vaScript >>'), '有脚本'],
    ['script in packed objects', 'a.pdf', packedPdf('1 0 << /S /JavaScript /JS (x) >>'), '有脚本'],
    ['a program started by a PDF', 'a.pdf', pdf('/A << /S /Launch /F (cmd.exe) >>'), '启动别的程序'],
    ['a file inside a PDF', 'a.pdf', pdf('/Names << /EmbeddedFiles 2 0 R >>'), '夹带了别的文件'],
    ['a PDF that cannot be looked into', 'a.pdf', pdf('', 'trailer << /Encrypt 3 0 R >>'), '加了密码'],
    ['half a PDF', 'a.pdf', '%PDF-1.4\n1 0 obj', '不完整'],
    ['a web page called PDF', 'a.pdf', '<html><script>alert(1)</script>', '不是 PDF'],
    ['a web page called text', 'a.txt', '<!DOCTYPE html><p>x', '内容是网页'],
    ['a document with macros', 'a.docm', packageOf(...DOCX), '不能公开“docm”文件'],
    ['macros under another name', 'a.docx', packageOf(...DOCX, 'word/vbaProject.bin'), '有宏'],
    ['old macro sheets', 'a.xlsx', packageOf(...XLSX, 'xl/macrosheets/sheet1.xml'), '有宏'],
    ['objects embedded in a document', 'a.docx', packageOf(...DOCX, 'word/embeddings/o.bin'), '夹带了'],
    ['an old Word file', 'a.doc', compound('WordDocument'), '不能公开“doc”文件'],
    ['an old Excel file', 'a.xls', compound('Workbook'), '不能公开“xls”文件'],
    ['a WPS text', 'a.wps', compound('WordDocument'), '不能公开“wps”文件'],
    ['a WPS table', 'a.et', compound('Workbook'), '不能公开“et”文件'],
    ['an OFD', 'a.ofd', packageOf('OFD.xml', 'Doc_0/Document.xml'), '不能公开“ofd”文件'],
    ['a picture of a telephone', 'a.heic', '\0\0\0\x18ftypheic', '不能公开“heic”文件'],
    ['a table called document', 'a.docx', packageOf(...XLSX), '内容不是 Word 文件'],
    ['a locked document', 'a.docx', compound('EncryptedPackage'), '加了密码'],
    ['a program called picture', 'a.png', 'MZ\u0090', '和后缀 .png 不符'],
    ['a formula in a table', 'a.csv', '名称,数\n"=cmd|1",2\n', '公式'],
    ['text that nobody can read', 'a.txt', Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]), '不是 UTF-8'],
    ['comments', 'a.docx', packageOf(...DOCX, ['word/comments.xml', '<w:comment w:id="0">']), '有批注'],
    ['what was struck out', 'a.docx', packageOf(['word/document.xml', '<w:del w:id="1">']), '有修订痕迹'],
    ['a hidden sheet', 'a.xlsx', packageOf(['xl/workbook.xml', '<sheet state="hidden"/>']), '隐藏的工作表'],
    [
      'hidden columns',
      'a.xlsx',
      packageOf(...XLSX, ['xl/worksheets/sheet1.xml', '<col min="3" hidden="1"/>']),
      '隐藏的行或列',
    ],
    ['the place of a photo', 'a.jpg', jpeg(0x8825), '拍摄的位置'],
    ['nothing', 'a.txt', '', '是空的'],
    ['an archive', 'a.zip', packageOf('x'), '不能公开“zip”文件'],
    ['a drawing that runs', 'a.svg', '<svg/>', '不能公开“svg”文件'],
    ['a program', 'a.exe', 'MZ', '不能公开“exe”文件'],
    ['a file without ending', 'fujian', 'x', '不能公开“fujian”文件'],
    ['too much', 'a.txt', 'x'.repeat(20 * 1024 * 1024 + 1), '附件有 21 MB，最大 20 MB'],
  ])('%s', (_, name, content, message) => {
    expect(said(name, content)).toEqual([expect.stringContaining(message)]);
  });
});

describe('the check of attachments', () => {
  it('is not thrown off by damaged files', () => {
    const whole = [pdf(), packedPdf('1 0 << >>'), packageOf(...XLSX), compound('Workbook'), jpeg(0x8825)];
    const names = ['a.pdf', 'a.xlsx', 'a.docx', 'a.xls', 'a.jpg', 'a.csv'];
    const damage = fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.constantFrom(...names), damage, (bytes, name, changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, value] of changes) damaged[at % damaged.length] = value;
        expect(() => inspect(name, damaged)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('wants names that can be an address, and proposes one', () => {
    const problems = (name: string) => problemsOf({ [FILES + name]: pdf() }).slice(0, 1);
    expect(problems('培训计划.pdf')).toEqual([
      expect.stringContaining('改名为 fujian-1.pdf，中文名称写在公告的 attachments 里的 title'),
    ]);
    expect(problems('Ji Hua_2026.PDF')).toEqual([expect.stringContaining('改名为 ji-hua-2026.pdf')]);
    expect(problems('tu.jpeg')).toEqual([expect.stringContaining('改名为 tu.jpg')]);
  });

  it('finds what a notice names and is not there, in its own folder only', () => {
    const overrides = { [AFFAIR]: naming('jihua.pdf'), 'affairs/files/jihua.pdf': pdf() };
    expect(problemsOf(overrides)).toEqual([
      '! affairs/files/jihua.pdf attachment | - | 没有公告用到这个附件，它不会公开 | 在公告开头写 attachments: [{ file: jihua.pdf, title: 名称 }]，或删除它',
      `${AFFAIR}:6:7 reference | 附件·文件名 attachments[0].file | 没有“jihua.pdf”这个附件（放在 offices/dong/jia/files/） | 还没有任何附件（放在 offices/dong/jia/files/），删掉这一项`,
    ]);
  });

  it('publishes what a notice names, once, and nothing else', () => {
    const { catalogue } = aContent({
      [`${FILES}jihua.pdf`]: pdf(),
      [`${FILES}other.pdf`]: pdf(),
      [AFFAIR]: naming('jihua.pdf'),
    });
    const notices = catalogue?.offices.flatMap((office) => office.notices) ?? [];
    expect(notices.flatMap(({ attachments }) => attachments.map(({ path }) => path))).toEqual([
      '/files/dong/jia/jihua.pdf',
    ]);
  });
});
