/** Small files made to take long: read with no more work than their size allows, counted, not timed. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Budget } from '../../src/catalogue/attachments/budget.ts';
import { readDocument } from '../../src/catalogue/attachments/extract.ts';
import { placeFile } from '../../src/catalogue/file-kind.ts';
import { scanEntry } from '../../src/catalogue/privacy/scan-entry.ts';
import { readText } from '../../src/catalogue/read-content.ts';
import { aContent, appended } from '../helpers/content.ts';
import { chunk, docx, packageOf, pngWith, xlsx } from '../helpers/documents.ts';
import { latin, pageOf, said, stream, type PageParts } from '../helpers/pdf-pages.ts';
import { MOBILE } from '../specimens/specimen.ts';

/** How many characters the readers went over, for each that stands in the file when unpacked. */
function workFor(bytes: Uint8Array, unpacked: number): number {
  const budget = new Budget(bytes.length);
  readDocument(bytes, budget);
  return budget.spent / unpacked;
}

const MANY = 80_000;
const page = (parts: PageParts) => pageOf(said('a'), parts);
const pdfTail = (text: string) => page({ later: `${text}%%EOF\n` });
const map = (text: string): PageParts => ({
  fonts: '/F2 10 0 R',
  objects: ['<< /Type /Font /Subtype /Type0 /ToUnicode 11 0 R >>', stream(text)],
  contents: stream('BT /F2 9 Tf (a) Tj ET'),
});
const words = (text: string) => docx(`<w:p><w:t>${text}</w:t></w:p>`);

/** Each with a plain file of the same make and size. */
const FILES: readonly (readonly [string, (many: string) => Uint8Array, string, string])[] = [
  ['remarks without an end', words, '<!--', 'abcd'],
  ['sections without an end', words, '<![CDATA[', 'abcdefghi'],
  ['tags without an end', words, '<w:t ', 'abcde'],
  ['attributes without an end', words, '<a b="', 'abcdef'],
  ['signs for characters without an end', words, '&#x3', 'abcd'],
  ['rows without an end', xlsx, '<row r="1">', '<row></row>'],
  ['cells without an end', xlsx, '<c t="s"><v>', '<c></c><c/> '],
  ['tabs', words, '<w:tab/>', '<w:bla/>'],
  ['filters without an end', (many) => pdfTail(`50 0 obj\n<< ${many}`), '/Filter [', '/Filler 1 '],
  ['objects without an end', pdfTail, '7 0 obj ', '%  %   \n'],
  ['strings without an end', (many) => pdfTail(`50 0 obj\n${many}`), '(a', '%\n'],
  ['streams without an end', pdfTail, '7 0 obj <<>> stream\n', '7 0 obj null endobj '],
  ['lists within lists', (many) => pdfTail(`50 0 obj\n${many}`), '[ ', '% '],
  ['tables of letters without an end', (many) => page(map(many)), 'beginbfchar ', 'somewhatlong '],
  ['drawing without words', (many) => page({ contents: stream(many) }), 'BT ET ', 'q Q q '],
  ['pictures within a page without an end', (many) => page({ contents: stream(many) }), ' ID ', ' q Q'],
  ['notes without an end', (many) => pngWith(chunk('tEXt', `a\0${many}`)), '<x:xmpmeta ', 'abcdefghijk'],
];

describe('reading takes no longer for', () => {
  it.each(FILES)('%s', (_, make, piece, plain) => {
    const [hostile, usual] = [piece, plain].map((one) => one.repeat(MANY));
    const work = workFor(make(hostile ?? ''), (hostile ?? '').length);
    expect(work).toBeLessThan(8 * Math.max(1, workFor(make(usual ?? ''), (usual ?? '').length)));
  });

  it('a document that unpacks to a thousand times its size: it is refused', () => {
    const bytes = docx('', ['word/a.xml', `<a>${' '.repeat(40_000_000)}</a>`]);
    const budget = new Budget(bytes.length);
    expect(readDocument(bytes, budget).faults[0]?.message).toContain('解开后太大');
    expect(budget.spent).toBeLessThan(2 * 40_000_000);
  });

  it('pages that share one long content: past the limit they are refused', () => {
    const kids = Array.from(
      { length: 4000 },
      (_, at) =>
        `${at + 100} 0 obj\n<< /Type /Page /Contents [4 0 R ${at + 9000} 0 R] >>\nendobj\n${at + 9000} 0 obj\n${stream('q')}\nendobj`,
    );
    const bytes = page({
      contents: stream(said('word ').repeat(4000)),
      later: `${kids.join('\n')}\n%%EOF\n`,
    });
    const budget = new Budget(bytes.length);
    expect(readDocument(bytes, budget).faults[0]?.message).toContain('太复杂');
    expect(budget.spent).toBeLessThan(budget.limit + 1_000_000);
  });

  it('a package in a package in a package: it is refused', () => {
    const inner = packageOf(['word/embeddings/a.docx', docx('')]);
    const outer = docx('', ['word/embeddings/a.docx', inner]);
    expect(readDocument(outer).faults[0]?.message).toContain('检查不了');
  });
});

describe('content on one line', () => {
  const FILE = 'divisions/dong.json';
  const { placed } = placeFile(FILE);
  if (!placed) throw new Error(`${FILE} stands nowhere`);
  afterEach(() => vi.restoreAllMocks());

  /** The characters that were copied while something was done. */
  function copiedBy(run: () => void): number {
    let copied = 0;
    const slice = String.prototype.slice;
    vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, ...range) {
      const piece = slice.apply(this, range as [number]);
      copied += piece.length;
      return piece;
    });
    run();
    vi.restoreAllMocks();
    return copied;
  }

  const townships = (count: number) =>
    JSON.stringify({ townships: Array.from({ length: count }, () => ({ name: MOBILE, x: '“甲' })) });

  it('is gone over a fixed number of times, however many faults and numbers stand in it', () => {
    const work = (count: number) => {
      const text = townships(count);
      return copiedBy(() => scanEntry(readText(FILE, placed, text).entry)) / text.length;
    };
    expect(work(800)).toBeLessThan(2 * work(100));
  });

  it('with quotes that never close is gone over once for them all', () => {
    const work = (count: number) => copiedBy(() => readText(FILE, placed, '"甲" '.repeat(count))) / count;
    expect(work(4000)).toBeLessThan(2 * work(500));
  });

  it('asks once for the place of each field', () => {
    const { entry } = readText(FILE, placed, townships(400));
    let asked = 0;
    const found = scanEntry({ ...entry, locate: (path) => ((asked += 1), entry.locate(path)) });
    expect(found).toHaveLength(400);
    expect(asked).toBeLessThanOrEqual(800);
  });
});

describe('a text strewn with marks', () => {
  const NOTICE = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
  const said = (text: string) =>
    aContent({ [NOTICE]: appended(`\n${text}\n`) }).problems.map(({ message, line }) => ({ message, line }));

  it.each(['**a_ ', '_a ', '~~a* '])('is refused before it is parsed: %s', (mark) => {
    const [problem] = said(Array.from({ length: 20 }, () => mark.repeat(300)).join('\n'));
    expect(problem?.message).toBe('这一段里的 *、_、~ 太多');
    expect(problem?.line).toBeGreaterThan(8);
  });

  it('is fine where each paragraph and each point of a list has its own', () => {
    expect(said(Array.from({ length: 80 }, () => '**要紧**的词 '.repeat(20)).join('\n\n'))).toEqual([]);
    expect(said(Array.from({ length: 400 }, () => '- **要紧**和*要紧*').join('\n'))).toEqual([]);
  });
});

describe('plain files', () => {
  it('are far from the limit', () => {
    const text = '第一季度开展法治宣传，发放资料。'.repeat(20_000);
    for (const bytes of [
      words(text),
      xlsx(`<row><c><v>120</v></c></row>`.repeat(20_000)),
      page({ contents: stream(said('Plan').repeat(10_000)) }),
      latin('%PDF-'),
    ]) {
      const budget = new Budget(bytes.length);
      readDocument(bytes, budget);
      expect(budget.spent).toBeLessThan(budget.limit / 2);
    }
  });
});
