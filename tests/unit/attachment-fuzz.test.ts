/** Documents and pictures of every kind, damaged and rearranged at random: reading neither fails nor takes long nor overlooks. */
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/catalogue/attachments/budget.ts';
import { readDocument } from '../../src/catalogue/attachments/extract.ts';
import { inspect } from '../../src/catalogue/attachments/inspect.ts';
import { scanDocument } from '../../src/catalogue/privacy/scan-file.ts';
import { chunk, docx, jpegWith, pngWith, segment } from '../helpers/documents.ts';
import { ascii85, flate, hex, latin, packed, pageOf, stream } from '../helpers/pdf-pages.ts';
import { DECOYS } from '../specimens/decoys.ts';
import { PDFS } from '../specimens/pdfs.ts';
import { PICTURES } from '../specimens/pictures.ts';
import { SHEETS } from '../specimens/sheets.ts';
import { MOBILE, type Specimen } from '../specimens/specimen.ts';
import { WORD } from '../specimens/word.ts';

const SEED = 12;
const SEEDS: readonly Specimen[] = [...WORD, ...SHEETS, ...PDFS, ...PICTURES, ...DECOYS];
const seed = fc.constantFrom(...SEEDS);

/** Damage of the kinds that happen: bytes changed, an end lost, a piece doubled, a piece of another file within. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
  cut: fc.option(fc.nat()),
  doubled: fc.option(fc.tuple(fc.nat(), fc.nat(200))),
  other: fc.option(fc.tuple(seed, fc.nat(), fc.nat(400), fc.nat())),
});
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(bytes: Uint8Array, { changes, cut, doubled, other }: Damage): Uint8Array {
  let made = Buffer.from(bytes);
  const within = (at: number) => at % Math.max(1, made.length);
  const insert = (at: number, piece: Uint8Array) =>
    (made = Buffer.concat([made.subarray(0, within(at)), piece, made.subarray(within(at))]));
  if (doubled) insert(doubled[0], made.subarray(within(doubled[0]), within(doubled[0]) + doubled[1]));
  if (other)
    insert(other[3], other[0].bytes.subarray(other[1] % other[0].bytes.length).subarray(0, other[2]));
  for (const [at, value] of changes) if (made.length > 0) made[within(at)] = value;
  if (cut !== null && cut % 3 === 0) made = made.subarray(0, within(cut));
  return made;
}

function readSafely(name: string, bytes: Uint8Array): void {
  const budget = new Budget(bytes.length);
  const { faults } = readDocument(bytes, budget);
  for (const { message, remedy } of faults) expect(`${message}${remedy}`).toMatch(/[\u4e00-\u9fff]{4}/);
  expect(budget.spent).toBeLessThan(budget.limit / 2);
  inspect(name, bytes);
  scanDocument(name, bytes);
}

describe('damaged files', () => {
  it('are read as far as they go, or refused', () => {
    fc.assert(
      fc.property(seed, damage, ({ name, bytes }, harm) => readSafely(name, damaged(bytes, harm))),
      { numRuns: 1500, seed: SEED },
    );
  });

  it('within a sound package, too', () => {
    const packages = [...WORD, ...SHEETS, ...DECOYS].filter(({ bytes }) => bytes[0] === 0x50);
    fc.assert(
      fc.property(fc.constantFrom(...packages), fc.nat(), damage, ({ name, bytes }, which, harm) => {
        const parts = Object.entries(unzipSync(bytes));
        const [part = '', content = new Uint8Array()] = parts[which % parts.length] ?? [];
        readSafely(name, zipSync({ ...Object.fromEntries(parts), [part]: damaged(content, harm) }));
      }),
      { numRuns: 1000, seed: SEED },
    );
  });
});

/** A number cut into pieces, at least one. */
const pieces = fc
  .uniqueArray(fc.integer({ min: 1, max: MOBILE.length - 1 }), { maxLength: 6 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b)].map((from, at, all) => MOBILE.slice(from, all[at + 1])));

const finds = (name: string, bytes: Uint8Array) => {
  expect(inspect(name, bytes)).toBeUndefined();
  expect(scanDocument(name, bytes).map(({ kind }) => kind)).toContain('mobile');
};

describe('a number is found', () => {
  it('in whatever part, under whatever prefix, however cut up and written', () => {
    const path = fc.constantFrom(
      'word/header3.xml',
      'word/a/b.xml',
      'customXml/item9.xml',
      'xx/yy.XML',
      'word/document2.xml',
    );
    const prefix = fc.constantFrom('w:', 'x:', 'a1:', '');
    const written = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `<![CDATA[${text}]]>`,
      (text) => [...text].map((digit) => `&#x${digit.charCodeAt(0).toString(16)};`).join(''),
      (text) => `<!-- x -->${text}<?x y?>`,
    );
    fc.assert(
      fc.property(
        path,
        prefix,
        pieces,
        fc.array(written, { minLength: 1, maxLength: 4 }),
        (name, tag, parts, ways) => {
          const runs = parts.map(
            (text, at) => `<${tag}r a='>'><${tag}t>${ways[at % ways.length]?.(text)}</${tag}t></${tag}r>`,
          );
          finds('a.docx', docx('', [name, `<${tag}z><${tag}p>${runs.join('')}</${tag}p></${tag}z>`]));
        },
      ),
      { numRuns: 300, seed: SEED },
    );
  });

  it('in a PDF, however drawn and packed', () => {
    const drawn = fc.constantFrom<(text: string) => string>(
      (text) => `(${text})`,
      (text) => `<${hex(text)}>`,
      (text) => `(${[...text].map((digit) => `\\0${digit.charCodeAt(0).toString(8)}`).join('')})`,
      (text) => `(${text.slice(0, 1)}\\\r\n${text.slice(1)})`,
    );
    const filters = {
      FlateDecode: flate,
      ASCIIHexDecode: (text: string) => `${hex(text)}>`,
      ASCII85Decode: ascii85,
      RunLengthDecode: (text: string) => `${[...text].map((char) => `\0${char}`).join('')}\x80`,
    };
    const chain = fc.array(fc.constantFrom(...(Object.keys(filters) as (keyof typeof filters)[])), {
      maxLength: 3,
    });
    const escaped = (name: string) => name.replace('e', '#65');
    const inside = fc.constantFrom('page', 'form', 'objects');
    fc.assert(
      fc.property(
        pieces,
        fc.array(drawn, { minLength: 1, maxLength: 3 }),
        chain,
        inside,
        (parts, ways, used, where) => {
          const shown = parts.map((text, at) => ways[at % ways.length]?.(text)).join(' -9 ');
          const pack = (text: string) =>
            used.toReversed().reduce((content, name) => filters[name](content), text);
          const dictionary = `/F#69lter [${used.map((name) => `/${escaped(name)}`).join(' ')}]`;
          const drawing = `BT /F1 9 Tf [${shown}] TJ ET`;
          const bytes = {
            page: () => pageOf('', { contents: stream(pack(drawing), dictionary) }),
            form: () =>
              pageOf('/X Do', {
                resources: '/XObject << /X 10 0 R >>',
                objects: [
                  stream(
                    pack(drawing),
                    `/Subtype /Form /Resources << /Font << /F1 5 0 R >> >> ${dictionary}`,
                  ),
                ],
              }),
            objects: () =>
              pageOf('', {
                objects: [
                  packed(30, `<< /Contents ${ways[0]?.(MOBILE)} >>`, `/Type /Obj#53tm ${dictionary}`, pack),
                ],
              }),
          }[where]();
          finds('a.pdf', bytes);
        },
      ),
      { numRuns: 400, seed: SEED },
    );
  });

  it('in whatever a picture says of itself', () => {
    const type = fc.constantFrom('tEXt', 'iTXt', 'prVt');
    const marker = fc.constantFrom(0xe1, 0xe5, 0xed, 0xef, 0xfe);
    const note = fc.stringMatching(/^[a-z ]{0,12}$/);
    fc.assert(
      fc.property(type, marker, note, note, (kind, mark, before, behind) => {
        const text = `${before} ${MOBILE} ${behind}`;
        finds('a.png', pngWith(chunk(kind, kind === 'iTXt' ? `k\0\0\0\0\0${text}` : `k\0${text}`)));
        finds('a.jpg', jpegWith(segment(mark, latin(text))));
      }),
      { numRuns: 100, seed: SEED },
    );
  });
});
