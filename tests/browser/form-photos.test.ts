import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/catalogue/attachments/extract.ts';
import { MOST_BYTES } from '../../src/client/admin/people/encode.ts';
import { enter, openPart, submit, type FormStage } from '../helpers/form.ts';
import { formTests, sticksOut } from '../helpers/form-stage.ts';

const begin = formTests();
let stage: FormStage;
let camera: Buffer;

/** A picture of one colour above and another below, as a camera would note it down: the place, the device, turned. */
async function fromCamera(): Promise<Buffer> {
  const [width, height] = [1600, 1200];
  const noise = Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * 7919) % 256));
  const picture = sharp(noise, { raw: { width, height, channels: 3 } });
  return picture
    .withExif({
      IFD0: { Make: 'EXAMPLECAM', Model: 'MODEL-99', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 33/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '103/1 45/1 0/1',
      },
    })
    .jpeg({ quality: 95 })
    .toBuffer();
}

beforeAll(async () => {
  camera = await fromCamera();
});

const JIA = 'content/offices/dong/jia';

const choose = async (buffer: Buffer, name = '示例甲') => {
  const { page } = stage;
  await page
    .getByLabel(`${name}的照片（本人已同意公开）`)
    .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
};

/** The kinds of the segments of a JPEG before its first scan. */
function segmentsOf(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = 2; at < bytes.length && bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2))
    found.push(bytes[at + 1] ?? 0);
  return found;
}

const photoIn = (head: string) => {
  const { repository } = stage.forge;
  const path = repository.changed('main', head).find((one) => one.includes('/photos/')) ?? '';
  return { path, bytes: repository.read(head, path)?.bytes };
};

describe('a photo of somebody who wants one', () => {
  it.each([360, 1280])('is there after four actions, made anew, and small (%i px)', async (width) => {
    stage = await begin({ width });
    const { page, forge } = stage;
    expect(camera.includes('EXAMPLECAM')).toBe(true);
    expect(camera.length).toBeGreaterThan(MOST_BYTES);
    await enter(page);
    await openPart(page, '人员');
    await choose(camera);
    await page.getByText('示例甲的照片已放好').waitFor();
    expect(await sticksOut(page)).toBe(0);
    await submit(page);
    const [pull] = forge.pulls;
    expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
    expect(pull?.body).toContain('提交人说明本人同意公开');
    const { path, bytes = Buffer.alloc(0) } = photoIn(pull?.head ?? '');
    expect(path).toMatch(/\/photos\/jia-[0-9a-z]{8}\.jpg$/);
    expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES);
    // JFIF, tables, the frame: nothing that a camera or a program notes.
    expect(segmentsOf(bytes).filter((kind) => kind > 0xe0 || kind === 0xfe)).toEqual([]);
    expect(bytes.includes('Exif') || bytes.includes('EXAMPLECAM')).toBe(false);
    expect(readDocument(bytes).faults).toEqual([]);
    const { width: wide, height, orientation } = await sharp(bytes).metadata();
    expect([wide, height, orientation]).toEqual([480, 640, undefined]);
  });

  it('by keyboard it is cut more closely, and what is sent is what is seen', async () => {
    stage = await begin({ width: 360 });
    const { page, forge } = stage;
    const half = sharp({ create: { width: 900, height: 1200, channels: 3, background: '#fff' } })
      .composite([
        {
          input: { create: { width: 450, height: 1200, channels: 3, background: '#000' } },
          left: 450,
          top: 0,
        },
      ])
      .png();
    await enter(page);
    await openPart(page, '人员');
    await choose(await half.toBuffer());
    await page.getByText('示例甲的照片已放好').waitFor();
    await page.getByLabel('放大').focus();
    await page.keyboard.press('End');
    await page.getByLabel('左右').focus();
    await page.keyboard.press('End');
    await submit(page);
    const { bytes } = photoIn(forge.pulls[0]?.head ?? '');
    const { channels } = await sharp(bytes).stats();
    expect(channels[0]?.mean).toBeLessThan(5);
  });

  it('what is no picture is refused in words, and nothing is changed', async () => {
    stage = await begin();
    const { page } = stage;
    await enter(page);
    await openPart(page, '人员');
    await choose(Buffer.from('ftypheic'));
    await page.getByText('这张照片打不开').waitFor();
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByText('没有改动。').waitFor();
  });
});

describe('who has left', () => {
  it.each([360, 1280])(
    'is gone after three actions, with the photo and wherever named (%i px)',
    async (width) => {
      stage = await begin({ width });
      const { page, forge } = stage;
      const { repository } = forge;
      const staff = JSON.parse(repository.read('main', `${JIA}/staff.json`)?.bytes.toString() ?? '') as {
        people: { id: string; photo?: string }[];
      };
      for (const one of staff.people) if (one.id === 'yi') one.photo = 'yi.jpg';
      const small = await sharp(camera).resize(30, 40).jpeg().toBuffer();
      repository.commit('main', repository.head('main'), '照片', [
        { path: `${JIA}/staff.json`, bytes: Buffer.from(JSON.stringify(staff, null, 2)) },
        { path: `${JIA}/photos/yi.jpg`, bytes: small },
      ]);
      await enter(page);
      await openPart(page, '人员');
      await page.getByRole('button', { name: '示例乙已离岗，整条删除' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '提交审核' }).click();
      await page.getByRole('heading', { name: '已提交，等待审核' }).waitFor();
      const [pull] = forge.pulls;
      const head = pull?.head ?? '';
      expect(pull?.verdict).toEqual({ passed: true, reasons: [] });
      expect(repository.read(head, `${JIA}/photos/yi.jpg`)).toBeUndefined();
      expect(repository.read(head, `${JIA}/staff.json`)?.bytes.toString()).not.toContain('yi');
      expect(repository.read('quxiang', 'offices/dong/jia/whereabouts.json')?.bytes.toString()).not.toContain(
        '"yi"',
      );
    },
  );
});
