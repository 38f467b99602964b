/** Word files as people send them, each with one thing too much. */
import { compound, docx, jpeg, packageOf, pngWith, chunk, exif, xlsx } from '../helpers/documents.ts';
import { each, IDENTITY, MOBILE, named } from './specimen.ts';

const word = named('a.docx');
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const part = (name: string, xml: string, says?: string) => word(name, docx(p('正文'), [name, xml]), says);
const relationship = (type: string, target: string, mode = 'External') =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
const RELS = 'word/_rels/document.xml.rels';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

export const WORD = [
  word('a number in one piece', docx(p(`电话${MOBILE}`))),
  word(
    'a number cut up by styles',
    docx(
      '<w:p><w:r><w:t>138</w:t></w:r><w:r><w:rPr/><w:t>0013</w:t></w:r><w:proofErr/><w:r><w:t>8000</w:t></w:r></w:p>',
    ),
  ),
  word('under another prefix', docx(`<x:p><x:r><x:t>1380</x:t></x:r><x:r><x:t>0138000</x:t></x:r></x:p>`)),
  word('in a section of characters', docx(`<w:p><w:t><![CDATA[${MOBILE}]]></w:t></w:p>`)),
  word('in a remark', docx(`<!-- ${MOBILE} -->`)),
  word('by the numbers of its characters', docx(p(each(MOBILE, (digit) => `&#${digit.charCodeAt(0)};`)))),
  word(
    'in two-byte characters',
    docx(p('正文'), [
      'word/header1.xml',
      utf16(`<?xml version="1.0" encoding="UTF-16"?><w:hdr>${p(MOBILE)}</w:hdr>`),
    ]),
  ),
  word(
    'digits one to a cell',
    docx(`<w:tbl><w:tr>${each(IDENTITY, (digit) => `<w:tc><w:tcPr/>${p(digit)}</w:tc>`)}</w:tr></w:tbl>`),
  ),
  part('word/header2.xml', `<w:hdr>${p(MOBILE)}</w:hdr>`),
  part('word/footer1.xml', `<w:ftr>${p(MOBILE)}</w:ftr>`),
  part('word/footnotes.xml', `<w:footnotes>${p(MOBILE)}</w:footnotes>`),
  part('word/endnotes.xml', `<w:endnotes>${p(MOBILE)}</w:endnotes>`),
  part('word/glossary/document.xml', `<w:glossaryDocument>${p(MOBILE)}</w:glossaryDocument>`),
  part(
    'word/diagrams/data1.xml',
    `<dgm:dataModel><a:p><a:r><a:t>${MOBILE}</a:t></a:r></a:p></dgm:dataModel>`,
  ),
  part('word/charts/chart1.xml', `<c:chartSpace><c:pt><c:v>${MOBILE}</c:v></c:pt></c:chartSpace>`),
  part(
    'word/settings.xml',
    `<w:settings><w:docVars><w:docVar w:name="电话" w:val="${MOBILE}"/></w:docVars></w:settings>`,
  ),
  part('word/anywhere/else.xml', `<a>${MOBILE}</a>`),
  part('customXml/item1.xml', `<data><tel>${MOBILE}</tel></data>`),
  part(
    'docProps/custom.xml',
    `<Properties><property name="联系"><vt:lpwstr>${MOBILE}</vt:lpwstr></property></Properties>`,
  ),
  part(
    'docProps/core.xml',
    `<cp:coreProperties><dc:description>${MOBILE}</dc:description></cp:coreProperties>`,
  ),
  part('word/vml.vml', `<xml><v:textpath string="${MOBILE}"/></xml>`),
  part('word/document2.xml', `<w:document><wp:docPr id="1" descr="${MOBILE}"/></w:document>`),
  word('in the target of a link', docx(p('正文'), [RELS, relationship('hyperlink', `tel:${MOBILE}`)])),
  word('in a field', docx(`<w:p><w:r><w:instrText> HYPERLINK "tel:${MOBILE}" </w:instrText></w:r></w:p>`)),
  word('in the name of a part', docx(p('正文'), [`word/${MOBILE}.xml`, '<a/>'])),
  word(
    'in text that is struck out',
    docx(`<w:p><w:del><w:r><w:delText>${MOBILE}</w:delText></w:r></w:del></w:p>`),
    '修订',
  ),
  word('struck out under another prefix', docx('<x:p><x:del x:id="1"/></x:p>'), '修订'),
  word('moved away', docx('<w:p><w:moveFrom w:id="1"/></w:p>'), '修订'),
  word(
    'hidden text',
    docx('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>不给人看</w:t></w:r></w:p>'),
    '隐藏的文字',
  ),
  part('word/comments7.xml', '<w:comments><w:comment w:id="0"/></w:comments>', '批注'),
  part('word/notes.xml', '<x:comments><x:comment/></x:comments>', '批注'),
  part('word/vbaProject.bin', 'x', '宏'),
  part(
    '[Content_Types].xml',
    '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    '宏',
  ),
  part('word/activeX/activeX1.xml', '<ax/>', '控件'),
  part('word/webextensions/webextension1.xml', '<we/>', '加载项'),
  part('word/embeddings/oleObject1.bin', 'x', '夹带'),
  part('word/embeddings/Package.exe', 'MZ', '夹带'),
  part('word/afchunk.mht', '<html>', '网页'),
  part('word/media/image1.emf', 'x', '检查不了'),
  part('word/fonts/font1.odttf', 'x', '嵌入了字体'),
  part('word/data.xml', '<a', '写坏'),
  part('word/entities.xml', '<!DOCTYPE a [<!ENTITY b "1380">]><a>&b;0138000</a>', '类型声明'),
  part('word/flat.xml', '<pkg:package><pkg:binaryData>QUJD</pkg:binaryData></pkg:package>', '夹带'),
  word(
    'a number in the workbook behind a chart',
    docx(p('正文'), ['word/embeddings/book.xlsx', xlsx(`<row r="1"><c><v>${MOBILE}</v></c></row>`)]),
  ),
  word(
    'a macro in the workbook behind a chart',
    docx(p('正文'), ['word/embeddings/book.xlsx', xlsx('', ['xl/vbaProject.bin', 'x'])]),
    '宏',
  ),
  word(
    'a template elsewhere',
    docx(p('正文'), [
      'word/_rels/settings.xml.rels',
      relationship('attachedTemplate', 'file:///C:/Users/a/b.dotm'),
    ]),
    '外面',
  ),
  word(
    'a picture fetched from elsewhere',
    docx(p('正文'), [RELS, relationship('image', 'https://example.org/a.png')]),
    '外面',
  ),
  word(
    'a link to a file of the author',
    docx(p('正文'), [RELS, relationship('hyperlink', 'file:///C:/a.docx')]),
    '外面',
  ),
  word(
    'a field that fetches',
    docx('<w:p><w:fldChar/><w:instrText>INCLUDE</w:instrText><w:instrText>TEXT "a"</w:instrText></w:p>'),
    '外面',
  ),
  word('a field that starts', docx('<w:p><w:fldSimple w:instr=\'DDEAUTO c:\\\\a "b"\'/></w:p>'), '外面'),
  word('the place of a photo in it', docx(p('正文'), ['word/media/image1.jpg', jpeg(0x8825)]), '拍摄的位置'),
  word(
    'the place of a picture in it',
    docx(p('正文'), ['word/media/image1.png', pngWith(chunk('eXIf', exif(0x8825)))]),
    '拍摄的位置',
  ),
  word(
    'a number in the notes of a picture in it',
    docx(p('正文'), ['word/media/image1.png', pngWith(chunk('tEXt', `Comment\0${MOBILE}`))]),
  ),
  word('a locked file', compound('EncryptedPackage'), '加了密码'),
  word(
    'an OpenDocument file called docx',
    packageOf('mimetype', [
      'content.xml',
      `<office:document-content><text:p>${MOBILE}</text:p></office:document-content>`,
    ]),
    '内容不是 Word',
  ),
];
