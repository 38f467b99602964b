/** PDFs of pages made for tests: whole, with tables, so that any program opens them. */
import { deflateSync } from 'node:zlib';

export const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const flate = (content: string): string => deflateSync(latin(content)).toString('latin1');

export const stream = (content: string, dictionary = ''): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** What a page of a PDF is made of, beyond what every page has. */
export interface PageParts {
  /** Entries of the catalogue and of the page. */
  readonly catalogue?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly fonts?: string;
  /** Objects from number 10 on. */
  readonly objects?: readonly string[];
  /** In place of the content's own stream. */
  readonly contents?: string;
  /** Behind the end: a later edition. */
  readonly later?: string;
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A PDF of one page that draws some operators with a Latin font called F1. */
export function pageOf(drawing: string, parts: PageParts = {}): Uint8Array {
  const { catalogue = '', page = '', resources = '', fonts = '', objects = [], later = '' } = parts;
  const numbered: [number, string][] = [
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R ${fonts} >> ${resources} >> ${page} >>`,
    ],
    [4, parts.contents ?? stream(drawing)],
    [5, FONT],
    ...objects.map((object, at): [number, string] => [at + 10, object]),
  ];
  let text = '%PDF-1.7\n';
  const rows = numbered.map(([id, body]) => {
    const at = text.length;
    text += `${id} 0 obj\n${body}\nendobj\n`;
    return `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size 99 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return latin(text + later);
}

/** A later edition of a file: further objects, and a new end. */
export const edition = (objects: string): string =>
  `${objects}\ntrailer\n<< /Size 99 /Root 1 0 R /Prev 0 >>\nstartxref\n0\n%%EOF\n`;

export const said = (text: string): string => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;

/** Objects packed in a stream. */
export function packed(id: number, object: string, dictionary: string, pack = flate): string {
  const head = `${id} 0 `;
  return stream(pack(head + object), `${dictionary} /N 1 /First ${head.length}`);
}

/** Four bytes as five characters, the last group shorter. */
export function ascii85(bytes: string): string {
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
export const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
