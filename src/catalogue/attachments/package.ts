/** Word, Excel, OFD and OpenDocument files: every word in every part, and what a published file may not carry. */
import { refuse, type Budget } from './budget.ts';
import type { Extract, FileReading } from './extracted.ts';
import { Rows, sharedTexts } from './extract-sheet.ts';
import { seenIn } from './extract-seen.ts';
import { Words } from './extract-xml.ts';
import { isPicture, readPicture } from './picture.ts';
import { Traces } from './traces.ts';
import { xmlEvents, xmlText, type XmlEvent } from './xml.ts';
import { isPackage, partsOf, type ZipPart } from './zip.ts';

/** Parts that run, call or carry something, whatever stands in them. */
const DANGEROUS: readonly (readonly [RegExp, string])[] = [
  [/vbaProject|vbaData|(?:^|\/)macrosheets\/|^(?:Basic|Scripts)\//i, '里面有宏'],
  [/(?:^|\/)(?:activeX|ctrlProps)\//i, '里面有控件'],
  [/(?:^|\/)embeddings\/.*\.(?!docx|xlsx|png|jpe?g)/i, '里面夹带了别的文件'],
  [/(?:^|\/)webextensions\//i, '里面有加载项'],
  [/(?:^|\/)(?:externalLinks?|queryTables?)\/|^xl\/connections\.xml$/i, '连着外面的文件或数据'],
  [/(?:^|\/)fonts?\/./i, '里面嵌入了字体，无法检查'],
  [/\.(?:exe|dll|js|vbs|bat|cmd|scr|ps1|html?|mht|jar|lnk|rtf)$/i, '里面有程序或网页'],
];
const WITHOUT = '另存为不带宏、控件、嵌入对象和外部链接的文件，或导出 PDF';

const SHEETS = /^xl\/worksheets\/[^/]+\.xml$/;
const XML_PARTS = /\.(?:xml|rels|vml|rdf|psmdcp)$/i;
/** Written by printers and by programs for themselves: read without knowing the format. */
const PLAIN_PARTS = /(?:^|\/)printerSettings\d*\.bin$|^mimetype$|(?:^|\/)layout-cache$/;
/** Workbooks within documents (behind charts); none within those. */
const DEEPEST = 1;

const LINKS = '链接';

/** What parts are called; others are told by their path. */
const TITLES: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$|^content\.xml$|\/Content\.xml$/i, '正文'],
  [/(?:header|footer)\d*\.xml$/, '页眉页脚'],
  [/(?:footnotes|endnotes)\.xml$/, '脚注'],
  [/comments[^/]*\.xml$/i, '批注'],
  [/(?:^|\/)(?:charts|diagrams|drawings)\//, '图形'],
  [/^docProps\/|^meta\.xml$|^OFD\.xml$/i, '文件属性'],
  [/\.rels$/, LINKS],
  [/pivotCache/, '数据透视表的缓存'],
];
const titleOf = (name: string) => TITLES.find(([path]) => path.test(name))?.[1] ?? `里面的 ${name} `;

/** What reading a package needs to know while it goes on. */
interface State {
  readonly reading: FileReading;
  readonly budget: Budget;
  readonly depth: number;
  /** The texts that cells of sheets refer to. */
  readonly shared: string[];
  readonly used: Set<number>;
  /** Sheets wait until those are known. */
  readonly sheets: { readonly name: string; readonly xml: string }[];
}

/** Reads everything in a package into `reading`, as far as the budget reaches; refuses what cannot be read. */
export function readPackage(bytes: Uint8Array, reading: FileReading, budget: Budget, depth = 0): void {
  const parts = partsOf(bytes);
  const names = parts.map(({ name }) => name);
  if (names.some((name) => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name)))
    refuse('这个文件里面有越界的路径');
  const found = DANGEROUS.find(([path]) => names.some((name) => path.test(name)));
  if (found) reading.faults.push({ message: `这个文件${found[1]}`, remedy: WITHOUT });
  tell(reading, { part: '里面的文件名', text: names.join('\n') });
  const state: State = { reading, budget, depth, shared: [], used: new Set(), sheets: [] };
  for (const part of parts) readPart(part, state);
  for (const [at, sheet] of state.sheets.entries()) readSheet(sheet.name, sheet.xml, at + 1, state);
  // What stood in a cell may stay behind in the list when the cell is emptied.
  const left = state.shared.filter((_, at) => !state.used.has(at));
  tell(reading, { part: '没有用到的文字', text: left.join('\n'), rows: [] });
}

const tell = ({ texts }: FileReading, one: Extract) => {
  if (one.text.trim() !== '') texts.push(one);
};

function readPart({ name, read }: ZipPart, state: State): void {
  const content = read(state.budget);
  if (content.length === 0 && (XML_PARTS.test(name) || name.endsWith('/'))) return;
  if (XML_PARTS.test(name)) readXml(name, xmlText(content), state);
  else if (PLAIN_PARTS.test(name)) tell(state.reading, { part: titleOf(name), ...seenIn(content) });
  else if (isPicture(content)) readPicture(content, state.reading, state.budget, '里面的图片');
  else if (isPackage(content) && state.depth < DEEPEST)
    readPackage(content, state.reading, state.budget, state.depth + 1);
  else refuse(`这个文件里面有检查不了的内容（${name}）`, remedyFor(name));
}

const remedyFor = (name: string) =>
  /\.(?:[ew]mf|wdp|tiff?|gif|bmp|svg|hei[cf]|jp2|webp)$/i.test(name)
    ? '把这张图片另存为 jpg 或 png 再插入，或导出 PDF'
    : WITHOUT;

const rootOf = (xml: string, budget: Budget): string => {
  for (const { type, name } of xmlEvents(xml, budget)) if (type === 'open') return name;
  return '';
};

function readXml(name: string, xml: string, state: State): void {
  const root = rootOf(xml, state.budget);
  if (root === 'worksheet' || SHEETS.test(name)) {
    state.sheets.push({ name, xml });
    return;
  }
  const words = new Words();
  watch(xml, state, (event) => words.on(event));
  if (root === 'sst') for (const text of sharedTexts(xmlEvents(xml, state.budget))) state.shared.push(text);
  else tell(state.reading, { part: titleOf(name), text: words.text() });
  tell(state.reading, {
    part: titleOf(name) === LINKS ? LINKS : `${titleOf(name)}的说明`,
    text: words.asides(),
    rows: [],
  });
}

function readSheet(name: string, xml: string, place: number, state: State): void {
  const rows = new Rows(state.shared, state.used);
  watch(xml, state, (event) => rows.on(event));
  const part = `工作表 ${/(\d+)\.xml$/.exec(name)?.[1] ?? place} `;
  tell(state.reading, rows.extract(part));
  tell(state.reading, { part, text: rows.around.text(), rows: [] });
  tell(state.reading, { part: `${part}的说明`, text: rows.around.asides(), rows: [] });
}

/** Goes over a part once, for its words and for what is wrong with it. */
function watch(xml: string, { reading, budget }: State, on: (event: XmlEvent) => void): void {
  const traces = new Traces();
  for (const event of xmlEvents(xml, budget)) {
    traces.on(event);
    on(event);
  }
  const fault = traces.end();
  if (fault) reading.faults.push(fault);
}
