/** PDFs as people send them, each with one thing too much. */
import { jpeg } from '../helpers/documents.ts';
import {
  ascii85,
  edition,
  flate,
  hex,
  latin,
  packed,
  pageOf,
  said,
  stream,
  type PageParts,
} from '../helpers/pdf-pages.ts';
import { each, IDENTITY, MOBILE, named } from './specimen.ts';

const pdf = named('a.pdf');
const page = (title: string, drawing: string, parts?: PageParts) => pdf(title, pageOf(drawing, parts));
const plain = (title: string, parts: PageParts, says?: string) =>
  pdf(title, pageOf(said('Plan'), parts), says);
const note = (entries: string): PageParts => ({
  page: '/Annots [10 0 R]',
  objects: [`<< /Type /Annot /Rect [0 0 1 1] ${entries} >>`],
});
const action = (entries: string) => note(`/Subtype /Link /A << ${entries} >>`);
const picture = (
  bytes: Uint8Array,
  filter: string,
  content = Buffer.from(bytes).toString('latin1'),
): PageParts => ({
  resources: '/XObject << /X 10 0 R >>',
  objects: [stream(content, `/Type /XObject /Subtype /Image /Width 8 /Height 8 /Filter ${filter}`)],
});
const half = (text: string) => [text.slice(0, 6), text.slice(6)] as const;
const [first, second] = half(MOBILE);
/** A font that names no set of letters. */
const nameless: PageParts = {
  fonts: '/F2 10 0 R',
  objects: [
    '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Song /Encoding /Identity-H /DescendantFonts [] >>',
  ],
};

export const PDFS = [
  page('a number on a page', said(MOBILE)),
  page('in hexadecimal', `BT /F1 9 Tf <${hex(MOBILE)}> Tj ET`),
  page('as octal codes', said(each(MOBILE, (digit) => `\\${digit.charCodeAt(0).toString(8)}`))),
  page('broken within a string', said(`${first}\\\n${second}`)),
  page('kerned', `BT /F1 9 Tf [(${first}) -20 (${second})] TJ ET`),
  page('digit by digit', `BT /F1 9 Tf ${each(MOBILE, (digit) => `(${digit}) Tj 8 0 Td `)} ET`),
  page(
    'digit by digit, from the last to the first',
    [...MOBILE]
      .map((digit, at) => `BT /F1 9 Tf 1 0 0 1 ${72 + at * 8} 700 Tm (${digit}) Tj ET`)
      .reverse()
      .join('\n'),
  ),
  page('digits one to a cell', `BT /F1 9 Tf ${each(IDENTITY, (digit) => `(${digit}) Tj 24 0 Td `)} ET`),
  page(
    'each digit in a picture space of its own',
    [...MOBILE]
      .map((digit, at) => `q 1 0 0 1 ${72 + at * 8} 700 cm BT /F1 9 Tf (${digit}) Tj ET Q`)
      .join('\n'),
  ),
  page('broken over two streams', '', {
    contents: '[10 0 R 11 0 R]',
    objects: [stream(`BT /F1 9 Tf (${first}) Tj`), stream(`(${second}) Tj ET`)],
  }),
  page('in a stream packed twice', '', {
    contents: stream(ascii85(flate(said(MOBILE))), '/Filter [/A85 /Fl]'),
  }),
  page('in a stream packed under escaped names', '', {
    contents: stream(flate(said(MOBILE)), '/F#69lter /Fl#61teDecode'),
  }),
  page('in a form on a page', '/X Do', {
    resources: '/XObject << /X 10 0 R >>',
    objects: [
      stream(
        said(MOBILE),
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >>',
      ),
    ],
  }),
  plain('in the look of a note', {
    page: '/Annots [10 0 R]',
    objects: [
      '<< /Type /Annot /Subtype /Stamp /AP << /N 11 0 R >> >>',
      stream(said(MOBILE), '/Subtype /Form'),
    ],
  }),
  plain('in what stands for a picture', { objects: [`<< /S /Figure /Alt (${MOBILE}) >>`] }),
  page('in what stands for a word', `/Span << /ActualText (${MOBILE}) >> BDC ${said('tel')} EMC`),
  plain('in a note', note(`/Subtype /Text /Contents (${MOBILE})`)),
  plain('in a field', note(`/Subtype /Widget /FT /Tx /V (${MOBILE})`)),
  plain('in the target of a link', action(`/S /URI /URI (tel:${MOBILE})`)),
  plain('in the title', { objects: [`<< /Title (${MOBILE}) >>`] }),
  plain('in the title, in two-byte characters', {
    objects: [`<< /Title <feff${each(MOBILE, (digit) => `00${hex(digit)}`)}> >>`],
  }),
  plain('in the properties', {
    objects: [
      stream(`<x:xmpmeta><dc:title>${MOBILE}</dc:title></x:xmpmeta>`, '/Type /Metadata /Subtype /XML'),
    ],
  }),
  plain('in a remark between objects', { later: `% ${MOBILE}\n%%EOF\n` }),
  plain('in packed objects under an escaped name', {
    objects: [packed(30, `<< /Contents (${MOBILE}) >>`, '/Type /Obj#53tm /Filter /FlateDecode')],
  }),
  plain('in packed objects, packed twice', {
    objects: [
      packed(
        30,
        `<< /Contents (${MOBILE}) >>`,
        '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]',
        (text) => `${hex(flate(text))}>`,
      ),
    ],
  }),
  plain('in an object that an edition took away', {
    objects: [`<< /Contents (${MOBILE}) >>`],
    later: edition('10 0 obj\nnull\nendobj'),
  }),
  plain(
    'the page before it was changed',
    { later: edition(`4 0 obj\n${stream(said('Another plan'))}\nendobj`) },
    '改动以前',
  ),
  plain('a page that was taken out', { objects: [stream(said('Old plan'))] }, '改动以前'),
  plain('a script', { catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }, '有脚本'),
  plain('a script when a page is opened', { page: '/AA << /O << /S /JavaScript /JS (a) >> >>' }, '有脚本'),
  plain('a script under an escaped name', { catalogue: '/OpenAction << /S /J#61vaScript >>' }, '有脚本'),
  plain('a script in a field', note('/Subtype /Widget /AA << /K << /J#53 (a) >> >>'), '有脚本'),
  plain(
    'a script in packed objects',
    { objects: [packed(30, '<< /S /JavaScript /JS (a) >>', '/Type /ObjStm /Filter /Fl')] },
    '有脚本',
  ),
  plain(
    'a script behind another action',
    action('/S /GoTo /D [3 0 R /Fit] /Next << /S /JavaScript /JS 10 0 R >>'),
    '有脚本',
  ),
  plain('a form that computes itself', { catalogue: '/AcroForm << /XFA 10 0 R >>', objects: ['[]'] }, 'XFA'),
  plain('a program to start', action('/S /Launch /F (cmd.exe)'), '启动'),
  plain('a file to fetch', action('/S /GoToR /F (//example.org/a.pdf) /D [0 /Fit]'), '外面'),
  plain('a link that runs', action('/S /URI /URI (javascript:alert\\(1\\))'), '外面'),
  plain(
    'a page that opens by itself',
    { catalogue: '/OpenAction << /S /URI /URI (https://example.org) >>' },
    '打开',
  ),
  plain('content kept elsewhere', { objects: [stream('', '/F (//example.org/a) ')] }, '外面'),
  plain('a form that is sent', action('/S /SubmitForm /F (https://example.org)'), '发出去'),
  plain(
    'a file within',
    {
      catalogue: '/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>',
      objects: ['<< /Type /Filespec /F (a) >>'],
    },
    '夹带',
  ),
  plain('a file behind a note', note('/Subtype /FileAttachment /FS << /EF << /F 11 0 R >> >>'), '夹带'),
  plain('a film', note('/Subtype /RichMedia'), '多媒体'),
  plain('a password', { later: edition('').replace('/Root', '/Encrypt 9 0 R /Root') }, '加了密码'),
  plain('another file behind its end', { later: 'PK\x03\x04 something else' }, '看不懂'),
  plain('an object without an end', { objects: ['<< /Contents (a) '] }, '看不懂'),
  plain('an object within a stream', { objects: [stream(`77 0 obj (${MOBILE}) endobj`)] }, '看不懂'),
  plain('a stream that cannot be unpacked', { objects: [stream('junk', '/Filter /FlateDecode')] }, '解不开'),
  plain('a stream packed in an unknown way', { objects: [stream('junk', '/Filter /Own')] }, '解不开'),
  pdf(
    'letters that no table explains',
    pageOf('BT /F2 9 Tf <000100020003000400050006000700080009000A000B> Tj ET', nameless),
    '认不出',
  ),
  plain('the place of a photo in it', picture(jpeg(0x8825), '/DCTDecode'), '拍摄的位置'),
  plain(
    'the place of a photo in it, packed',
    picture(jpeg(0x8825), '[/FlateDecode /DCTDecode]', flate(Buffer.from(jpeg(0x8825)).toString('latin1'))),
    '拍摄的位置',
  ),
  pdf('half a file', latin('%PDF-1.7\n1 0 obj\n'), '不完整'),
];
