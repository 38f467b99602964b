/** Files as people send them with something private or active in them: none gets out. Plain ones do. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/catalogue/attachments/inspect.ts';
import { encodeAttachment } from '../../src/catalogue/encode-picture.ts';
import { scanDocument } from '../../src/catalogue/privacy/scan-file.ts';
import { GET } from '../../src/pages/files/[...file].ts';
import { jpeg } from '../helpers/documents.ts';
import { DECOYS } from '../specimens/decoys.ts';
import { PDFS } from '../specimens/pdfs.ts';
import { PICTURES } from '../specimens/pictures.ts';
import { SHEETS } from '../specimens/sheets.ts';
import type { Specimen } from '../specimens/specimen.ts';
import { WORD } from '../specimens/word.ts';

const found = ({ name, bytes }: Specimen) =>
  scanDocument(name, bytes)
    .filter(({ grade }) => grade === 'block')
    .map(({ kind }) => kind);

describe.each([
  ['Word', WORD],
  ['tables', SHEETS],
  ['PDF', PDFS],
  ['pictures', PICTURES],
])('%s with', (_, specimens) => {
  it.each(specimens)('$title', (specimen) => {
    const fault = inspect(specimen.name, specimen.bytes);
    if (specimen.says === undefined) {
      expect(fault).toBeUndefined();
      expect(found(specimen)).toEqual([expect.stringMatching(/^(?:mobile|identity)$/)]);
    } else {
      expect(fault?.message).toContain(specimen.says);
      expect(fault?.remedy).toMatch(/[\u4e00-\u9fff]{4}/);
    }
  });
});

describe('plain files', () => {
  it.each(DECOYS)('$title passes', ({ name, bytes }) => {
    expect(inspect(name, bytes)).toBeUndefined();
    expect(scanDocument(name, bytes)).toEqual([]);
  });
});

describe('attached pictures', () => {
  const whole = PICTURES.filter(({ says }) => says === undefined || says === '拍摄的位置');

  it.each(whole)('with $title are published without it', async ({ name, bytes }) => {
    const published = await encodeAttachment(name, bytes);
    const { exif, iptc, xmp, icc } = await sharp(published).metadata();
    expect([exif, iptc, xmp, icc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(inspect(name, published)).toBeUndefined();
    expect(scanDocument(name, published)).toEqual([]);
  });

  it('keep their size and stand upright', async () => {
    const taken = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#2a6' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { width, height } = await sharp(await encodeAttachment('a.jpg', taken)).metadata();
    expect([width, height]).toEqual([60, 80]);
  });

  it('that no program can draw stop the build, and say what to do', async () => {
    await expect(encodeAttachment('files/a.png', Buffer.from('x'))).rejects.toThrow(
      /a\.png 打不开：.*另存为/,
    );
  });

  it('go out made anew at their own address', async () => {
    const attachment = { title: '图', path: '/files/a.jpg', size: 9, read: () => jpeg(0x8825) };
    const response = await GET({ props: { attachment } } as Parameters<typeof GET>[0]);
    const published = new Uint8Array(await response.arrayBuffer());
    expect((await sharp(published).metadata()).exif).toBeUndefined();
    expect(inspect('a.jpg', published)).toBeUndefined();
  });

  it('alone are made anew: documents go out byte for byte', async () => {
    const bytes = Buffer.from('说明');
    expect(await encodeAttachment('a.pdf', bytes)).toBe(bytes);
  });
});
