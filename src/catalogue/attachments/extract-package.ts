/** The words in Word, Excel and OFD files: body, headers, notes, comments, properties, targets of links. */
import type { Extract } from './extracted.ts';
import { attributesOf, fromUtf8, wordsOf } from './xml.ts';
import { partsOf, type Part } from './zip.ts';

const PARAGRAPHS = /<\/(?:w:p|a:p|w:tr)>|<w:(?:br|cr)\b[^>]*>|<\/ofd:TextCode>|<\/TextCode>/g;
const CELLS = /<w:tab\b[^>]*>/g;

/** Which parts hold words, and what they are called. Sheets of a workbook are read apart. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, '正文'],
  [/^word\/(?:header|footer)\d*\.xml$/, '页眉页脚'],
  [/^word\/(?:footnotes|endnotes)\.xml$/, '脚注'],
  [/comments[^/]*\.xml$/, '批注'],
  [/^(?:word|xl)\/(?:charts|diagrams|drawings)\/[^/]*\.xml$/, '图形'],
  [/\/Content\.xml$/i, '正文'],
  [/^OFD\.xml$/i, '文件属性'],
];
const PROPERTIES = /^docProps\/.*\.xml$/;
const PROPERTY_ENDS = /<\/(?:dc|cp|dcterms|vt|Properties)?:?\w+>/g;
const TOLD_BY_ATTRIBUTES = /Target|descr|w:author|userName|displayName/;

/** The texts of a package; empty for what is none. */
export function packageTexts(bytes: Uint8Array): Extract[] {
  const parts = partsOf(bytes) ?? [];
  return [...parts.flatMap(textOf), ...sheetTexts(parts)].filter(({ text }) => text.trim() !== '');
}

function textOf(part: Part): Extract[] {
  const read = () => fromUtf8(part.read() ?? '');
  if (PROPERTIES.test(part.name)) return [{ part: '文件属性', text: wordsOf(read(), PROPERTY_ENDS) }];
  if (/\.rels$/.test(part.name)) return [{ part: '链接', text: attributesOf(read(), TOLD_BY_ATTRIBUTES) }];
  const title = PARTS.find(([name]) => name.test(part.name))?.[1];
  if (title === undefined) return [];
  const xml = read();
  return [
    { part: title, text: wordsOf(xml, PARAGRAPHS, CELLS) },
    { part: `${title}的说明`, text: attributesOf(xml, TOLD_BY_ATTRIBUTES) },
  ];
}

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const ROW = /<row\b([^>]*)>([^]*?)<\/row>/g;
const CELL = /<c\b([^>]*?)(?:\/>|>([^]*?)<\/c>)/g;

/** Rows of every sheet, cells with tabs between; hidden ones too. */
function sheetTexts(parts: readonly Part[]): Extract[] {
  const strings = fromUtf8(parts.find(({ name }) => name === 'xl/sharedStrings.xml')?.read() ?? '');
  const shared = [...strings.matchAll(/<si\b[^>]*>([^]*?)<\/si>/g)].map(([, xml = '']) =>
    wordsOf(xml, /<br>/g),
  );
  return parts.flatMap((part) => {
    const number = SHEET.exec(part.name)?.[1];
    if (number === undefined) return [];
    const rows = [...fromUtf8(part.read() ?? '').matchAll(ROW)].map(([, attributes = '', xml = ''], at) => ({
      row: Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? at + 1),
      text: [...xml.matchAll(CELL)].map((cell) => cellText(cell[1] ?? '', cell[2] ?? '', shared)).join('\t'),
    }));
    const text = rows.map((one) => one.text.replaceAll('\n', ' ')).join('\n');
    return [{ part: `工作表 ${number} `, text, rows: rows.map(({ row }) => row) }];
  });
}

function cellText(attributes: string, xml: string, shared: readonly string[]): string {
  const value = wordsOf(/<v>([^]*?)<\/v>/.exec(xml)?.[1] ?? xml.replace(/<f\b[^]*?<\/f>/g, ''), /<br>/g);
  if (/\bt="s"/.test(attributes)) return shared[Number(value)] ?? '';
  return /^[\d.]+E\+?\d+$/i.test(value) ? String(BigInt(Math.round(Number(value)))) : value;
}
