/** Plain files that must pass: what office programs, printers and cameras write of themselves harms nobody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chunk, docx, exif, jpeg, jpegWith, png, pngWith, segment, xlsx } from '../helpers/documents.ts';
import { pageOf, said, stream } from '../helpers/pdf-pages.ts';
import { named, type Specimen } from './specimen.ts';

export const FIXTURES = join(import.meta.dirname, '../fixtures/attachments');
const made = (file: string): Specimen => ({
  title: file,
  name: file,
  bytes: readFileSync(join(FIXTURES, file)),
});
const word = named('a.docx');
const excel = named('a.xlsx');
const pdf = named('a.pdf');
const csv = named('a.csv');
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const link = (target: string) =>
  `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/></Relationships>`;
const table = (rows: string) => Buffer.from(`月份,件数\n${rows}\n`);

export const DECOYS = [
  made('plain.docx'),
  made('plain.xlsx'),
  made('plain.pdf'),
  made('sheet.pdf'),
  word(
    'identifiers of revisions',
    docx('<w:p w:rsidR="13800138" w14:paraId="1380013A" w:rsidRPr="00138001"/>'),
  ),
  word(
    'identifiers of parts',
    docx(p('正文'), [
      'customXml/itemProps1.xml',
      '<ds:datastoreItem ds:itemID="{13800138-0001-3800-1380-013800138000}"/>',
    ]),
  ),
  word(
    'measures of a picture',
    docx('<wp:extent cx="5274310" cy="1380013"/><wp:docPr id="1380013" name="图片 1"/>'),
  ),
  word(
    'a link to a page and to a mailbox of the office',
    docx(p('见网站'), ['word/_rels/document.xml.rels', link('https://www.moj.gov.cn/')]),
  ),
  word('a link to a file beside', docx(p('见附件'), ['word/_rels/document.xml.rels', link('附件1.docx')])),
  word('no comments, but a place for them', docx(p('正文'), ['word/comments.xml', '<w:comments/>'])),
  word(
    'a hidden style that nobody uses',
    docx(p('正文'), [
      'word/styles.xml',
      '<w:styles><w:style><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
    ]),
  ),
  word(
    'a chart with its figures',
    docx(p('见图'), ['word/embeddings/book.xlsx', xlsx('<row r="1"><c><v>120</v></c></row>')]),
  ),
  word(
    'a picture',
    docx(p('见图'), ['word/media/image1.png', png], ['word/media/image2.jpeg', jpeg(0x0112)]),
  ),
  word(
    'a field for the number of the page',
    docx('<w:p><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:p>'),
  ),
  excel(
    'figures of a year',
    xlsx('<row r="1"><c><v>1</v></c><c><v>20</v></c><c><v>3.14159265358979</v></c></row>'),
  ),
  excel(
    'what a printer keeps',
    xlsx('', ['xl/printerSettings/printerSettings1.bin', Buffer.from('HP LaserJet 0123', 'utf16le')]),
  ),
  excel(
    'a filter',
    xlsx('', ['xl/names.xml', '<definedName name="_xlnm._FilterDatabase" hidden="1">a!$A$1</definedName>']),
  ),
  excel('a sum', xlsx('<row r="1"><c><f>SUM(A1:A9)</f><v>9</v></c></row>')),
  pdf('a page', pageOf(said('Office 0833-5680000, hotline 12348'))),
  pdf(
    'a link and when it was made',
    pageOf(said('Plan'), {
      page: '/Annots [<< /Subtype /Link /A << /S /URI /URI (https://www.moj.gov.cn/) >> >>]',
      objects: ["<< /CreationDate (D:20261128155548+08'00') >>"],
    }),
  ),
  pdf('where it opens', pageOf(said('Plan'), { catalogue: '/Lang (zh-CN) /OpenAction [3 0 R /Fit]' })),
  pdf(
    'a signature added behind',
    pageOf(said('Plan'), {
      later: '20 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
    }),
  ),
  pdf(
    'a scanned page',
    pageOf('/X Do', {
      resources: '/XObject << /X 10 0 R >>',
      objects: [stream(Buffer.from(jpegWith()).toString('latin1'), '/Subtype /Image /Filter /DCTDecode')],
    }),
  ),
  csv('figures with signs', table('十月,-3\n十一月,+5\n增长,-3.5%')),
  csv('figures in wide digits', table('十月,－３')),
  csv('a sign for want of a figure', table('十月,-')),
  csv('signs within words', table('周一-周五,"咨询, -5 摄氏度以下不出诊"')),
  named('a.txt')('a text', Buffer.from('值班电话 0833-5680000\n= 说明 =\n')),
  named('a.png')('a picture', png),
  named('a.png')(
    'a picture with its colours and its date',
    pngWith(
      chunk('gAMA', Uint8Array.of(0, 0, 0xb1, 0x8f)),
      chunk('tEXt', 'date:create\x002026-11-28T15:55:48+08:00'),
    ),
  ),
  named('a.jpg')('a photo that is on its side', jpeg(0x0112)),
  named('a.jpg')(
    'a photo with a second one behind',
    Buffer.concat([
      jpegWith(),
      jpegWith(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(0x0112)]))),
    ]),
  ),
];
