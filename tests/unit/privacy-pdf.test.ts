import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { scanDocument } from '../../src/catalogue/privacy/scan-file.ts';
import { packedPdf, pdf } from '../helpers/documents.ts';

const MOBILE = '13800138000';
const PRINTED = readFileSync(join(ROOT, 'tests/fixtures/privacy/printed.pdf'));

const found = (bytes: Uint8Array) =>
  scanDocument('a.pdf', bytes).map(({ part, value }) => `${part} ${value}`);

const stream = (dictionary: string, content: string) =>
  `9 0 obj\n<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj`;
const page = (content: string) => pdf('', stream('', content));
const flate = (content: string) => deflateSync(Buffer.from(content, 'latin1')).toString('latin1');

/** Four bytes as five characters, the last group shorter. */
function ascii85(bytes: string): string {
  const groups = bytes.match(/[^]{1,4}/g) ?? [];
  const written = groups.map((group) => {
    const value = [...group.padEnd(4, '\0')].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
    const five = [4, 3, 2, 1, 0].map((power) =>
      String.fromCharCode((Math.floor(value / 85 ** power) % 85) + 33),
    );
    return five.slice(0, group.length + 1).join('');
  });
  return `${written.join('')}~>`;
}

describe('the guard reads a PDF', () => {
  it('that a browser printed: numbers broken by styles, fonts with tables of their own, the title', () => {
    expect(found(PRINTED)).toEqual(['正文 11010519491231002X', `正文 ${MOBILE}`, `文件属性或批注 ${MOBILE}`]);
  });

  it.each([
    ['in one piece', `BT /F1 12 Tf 9 700 Td (tel ${MOBILE}) Tj ET`],
    ['with brackets and escapes', "BT (\\(tel\\) \\0613800138000 \\)) ' ET"],
    ['kerned', 'BT [(138) -12 (0013) 4 (8000)] TJ ET'],
    [
      'piece by piece on one line',
      'BT 1 0 0 1 9 700 Tm (138) Tj 1 0 0 1 40 700 Tm (0013) Tj 30 0 Td (8000) Tj ET',
    ],
    ['in hexadecimal', `BT <${Buffer.from(MOBILE).toString('hex')}> Tj ET`],
  ])('%s', (_, content) => {
    expect(found(page(content))).toEqual([`正文 ${MOBILE}`]);
  });

  it('broken over lines, but figures below each other are no number', () => {
    const below = (...lines: string[]) =>
      found(page(`BT 9 700 Td ${lines.map((line) => `(${line}) Tj 0 -14 Td`).join(' ')} ET`));
    expect(below('138', '0013', '8000')).toEqual([`正文 ${MOBILE}`]);
    expect(below('138', '2013', '8000')).toEqual([]);
    expect(found(page('BT [(138) -400 (2) -400 (8000)] TJ ET'))).toEqual([]);
  });

  it('packed in the usual ways', () => {
    const content = `BT (${MOBILE}) Tj ET`;
    expect(found(pdf('', stream('/Filter /FlateDecode', flate(content))))).toEqual([`正文 ${MOBILE}`]);
    const twice = stream('/Filter [ /ASCII85Decode /FlateDecode ]', ascii85(flate(content)));
    expect(found(pdf('', twice))).toEqual([`正文 ${MOBILE}`]);
  });

  it('by the table of its font, and by the sets that Chinese programs name', () => {
    const table =
      'begincodespacerange <0000> <FFFF> endcodespacerange beginbfrange <0003> <000C> <0030> endbfrange';
    const codes = [...MOBILE].map((digit) => (Number(digit) + 3).toString(16).padStart(4, '0')).join('');
    const own = `2 0 obj\n<< /Font << /F1 3 0 R >> >>\nendobj\n3 0 obj\n<< /ToUnicode 4 0 R >>\nendobj\n4 0 obj\n<< >>\nstream\n${table}\nendstream\nendobj\n`;
    expect(found(pdf('', `${own}${stream('', `BT /F1 9 Tf <${codes}> Tj ET`)}`))).toEqual([`正文 ${MOBILE}`]);
    const gbk = `2 0 obj\n<< /Font << /F1 3 0 R >> >>\nendobj\n3 0 obj\n<< /Encoding /GBK-EUC-H >>\nendobj\n`;
    const wide = [...MOBILE].map((digit) => `a3${(0xb0 + Number(digit)).toString(16)}`).join('');
    expect(found(pdf('', `${gbk}${stream('', `BT /F1 9 Tf <${wide}> Tj ET`)}`))).toEqual([`正文 ${MOBILE}`]);
    const ucs2 = Buffer.from(MOBILE, 'utf16le').swap16().toString('hex');
    for (const name of ['UniGB-UCS2-H', 'UniGB-UCS2-V', 'UniGB-UTF16-H']) {
      const font = gbk.replace('GBK-EUC-H', name);
      expect(found(pdf('', `${font}${stream('', `BT /F1 9 Tf <${ucs2}> Tj ET`)}`))).toEqual([
        `正文 ${MOBILE}`,
      ]);
    }
  });

  it('in its properties, notes and links, also packed ones', () => {
    const utf16 = Buffer.from(`\uFEFF电话${MOBILE}`, 'utf16le').swap16().toString('hex');
    expect(found(pdf(`/Title <${utf16}>`))).toEqual([`文件属性或批注 ${MOBILE}`]);
    expect(found(pdf('', `5 0 obj\n<< /Subtype /Text /Contents (${MOBILE}) >>\nendobj`))).toEqual([
      `文件属性或批注 ${MOBILE}`,
    ]);
    expect(found(packedPdf(`5 0 << /URI (tel:${MOBILE}) >>`))).toEqual([`文件属性或批注 ${MOBILE}`]);
  });

  it('and is never thrown off by damage', () => {
    const damage = fc.array(fc.tuple(fc.nat(PRINTED.length - 1), fc.nat(255)), { maxLength: 40 });
    fc.assert(
      fc.property(damage, fc.nat(PRINTED.length), (changes, length) => {
        const bytes = Buffer.from(PRINTED.subarray(0, length));
        for (const [at, byte] of changes) if (at < length) bytes[at] = byte;
        scanDocument('a.pdf', bytes);
      }),
      { numRuns: 100 },
    );
  });
});
