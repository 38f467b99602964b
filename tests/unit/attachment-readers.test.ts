/** Our reading of documents against that of others: what another program sees in a PDF, what LibreOffice wrote. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { extractTextItems, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { extract, readDocument } from '../../src/catalogue/attachments/extract.ts';
import { inspect } from '../../src/catalogue/attachments/inspect.ts';
import { scanDocument } from '../../src/catalogue/privacy/scan-file.ts';
import { ROOT } from '../../src/command/command.ts';
import { ascii85, flate, hex, pageOf, stream } from '../helpers/pdf-pages.ts';
import { FIXTURES } from '../specimens/decoys.ts';
import { PDFS } from '../specimens/pdfs.ts';

const fixture = (file: string) => readFileSync(join(FIXTURES, file));
const bare = (text: string) => text.replace(/\s+/g, '');
const ours = (bytes: Uint8Array) =>
  bare(
    extract(bytes)
      .map(({ text }) => text)
      .join('\n'),
  );

/** The pieces of text that another program finds on the pages. */
async function theirs(bytes: Uint8Array): Promise<string[]> {
  const { items } = await extractTextItems(await getDocumentProxy(new Uint8Array(bytes)));
  return items
    .flat()
    .map(({ str }) => bare(str))
    .filter(Boolean);
}

/** What they find and we do not. */
async function missedIn(bytes: Uint8Array): Promise<string[]> {
  const text = ours(bytes);
  return (await theirs(bytes)).filter((piece) => !text.includes(piece));
}

describe('of a PDF we read no less than another program', () => {
  it.each([
    ...['plain.pdf', 'full.pdf', 'sheet.pdf'].map((file) => join(FIXTURES, file)),
    join(ROOT, 'tests/fixtures/privacy/printed.pdf'),
  ])('%s', async (file) => {
    const bytes = readFileSync(file);
    expect((await theirs(bytes)).join('').length).toBeGreaterThan(20);
    expect(await missedIn(bytes)).toEqual([]);
  });

  it.each(PDFS.filter(({ says }) => says === undefined))('$title', async ({ bytes }) => {
    expect(await missedIn(bytes)).toEqual([]);
  });

  const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
  const shown = fc.oneof(
    word.map((text) => `(${text}) Tj`),
    word.map((text) => `<${hex(text)}> Tj`),
    fc
      .tuple(word, fc.integer({ min: -900, max: 100 }), word)
      .map(([a, gap, b]) => `[(${a}) ${gap} (${b})] TJ`),
    word.map((text) => `14 TL (${text}) '`),
  );
  const moved = fc.oneof(
    fc.tuple(fc.nat(400), fc.integer({ min: -40, max: 40 })).map(([x, y]) => `${x} ${y} Td`),
    fc.tuple(fc.nat(400), fc.nat(800)).map(([x, y]) => `1 0 0 1 ${x} ${y} Tm`),
    fc.constant('T*'),
  );
  const block = fc
    .array(fc.tuple(moved, shown), { minLength: 1, maxLength: 6 })
    .map((lines) => `q BT /F1 9 Tf ${lines.flat().join(' ')} ET Q`);
  const packing = fc.constantFrom<(content: string) => string>(
    (content) => stream(content),
    (content) => stream(flate(content), '/Filter /FlateDecode'),
    (content) => stream(`${hex(content)}>`, '/Filter /ASCIIHexDecode'),
    (content) => stream(ascii85(flate(content)), '/Filter [/ASCII85Decode /FlateDecode]'),
  );

  it('however a page draws its words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 5 }), packing, async (blocks, pack) => {
        expect(await missedIn(pageOf('', { contents: pack(blocks.join('\n')) }))).toEqual([]);
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});

describe('of what LibreOffice wrote', () => {
  const PLACES = ['页眉里的字', '脚注里的字', '文本框里的字', '属性里的字', '链接里的字'];

  it.each([
    ['full.docx', PLACES],
    ['full.odt', [...PLACES, '图形说明里的字']],
  ])('every place of a text is read: %s', (file, places) => {
    const { texts, faults } = readDocument(fixture(file));
    const all = texts.map(({ text }) => text).join('\n');
    expect(places.filter((words) => !all.includes(words))).toEqual([]);
    expect(faults).toEqual([]);
    expect(scanDocument(file, fixture(file)).map(({ kind }) => kind)).toEqual(['mobile', 'identity']);
  });

  it('every sheet of a workbook is read, by the rows that the author sees', () => {
    expect(ours(fixture('full.xlsx'))).toContain('第二张表里的字');
    expect(scanDocument('a.xlsx', fixture('full.xlsx')).map(({ part, kind }) => `${part}: ${kind}`)).toEqual([
      '工作表 1 第 4 行: mobile',
      '工作表 1 第 5 行: identity',
    ]);
  });

  it('numbers cut up by styles and cells are found in its PDF', () => {
    expect(scanDocument('a.pdf', fixture('full.pdf')).map(({ kind }) => kind)).toEqual([
      'mobile',
      'identity',
    ]);
  });

  it.each([
    ['changes.docx', '修订痕迹'],
    ['comments.docx', '批注'],
    ['hidden.xlsx', '隐藏的行'],
  ])('what its author forgot is refused: %s', (file, what) => {
    expect(inspect(file, fixture(file))?.message).toContain(what);
  });

  it('an old Word file is looked through, but not published under another name', () => {
    expect(inspect('plain.docx', fixture('plain.doc'))?.message).toContain('内容不是 Word 文件');
    expect(ours(fixture('plain.doc'))).toContain('0833-5680000');
  });
});
