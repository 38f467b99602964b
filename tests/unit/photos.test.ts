import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePhoto } from '../../src/catalogue/encode-picture.ts';
import { peopleView, publishedPhotos } from '../../src/views/people.ts';
import { aContent, fields, problemsOf, type Overrides } from '../helpers/content.ts';

const STAFF = 'offices/dong/jia/staff.json';
const FILE = 'offices/dong/jia/photos/jia.jpg';
const named = fields({ 'people[0].photo': 'jia.jpg' });

/** A picture as a telephone takes it: large, on its side, with the place where it was taken. */
const taken = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#2a6' } })
  .withExif({
    IFD0: { Make: 'Telephone', Orientation: '6' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '29/1 33/1 7/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '103/1 46/1 1/1',
    },
  })
  .jpeg()
  .toBuffer();

const problems = (overrides: Overrides) => problemsOf(overrides).map((line) => line.replace(/\d+:\d+ /, ''));

describe('photos of people', () => {
  it('are published small and upright, without place, device or time', async () => {
    const before = await sharp(taken).metadata();
    expect(before.exif?.toString('latin1')).toContain('Telephone');
    const made = await encodePhoto(taken);
    const after = await sharp(made).metadata();
    expect([after.width, after.height, after.format]).toEqual([240, 320, 'jpeg']);
    for (const part of [after.exif, after.icc, after.iptc, after.xmp, after.orientation])
      expect(part).toBeUndefined();
    expect(Buffer.from(made).toString('latin1')).not.toMatch(/Exif|GPS|Telephone/);
    expect(made.length).toBeLessThan(20_000);
  });

  it('are the same bytes whenever they are made', async () => {
    expect(await encodePhoto(taken)).toEqual(await encodePhoto(taken));
  });

  it('have an address that changes with the picture, and a description', () => {
    const { catalogue } = aContent({ [STAFF]: named, [FILE]: taken });
    const { catalogue: other } = aContent({
      [STAFF]: named,
      [FILE]: Buffer.concat([taken, Buffer.from([0])]),
    });
    const [first, second] = [catalogue, other].map((one) => one && publishedPhotos(one)[0]?.path);
    expect(first).toMatch(/^\/photos\/[0-9a-f]{20}\.jpg$/);
    expect(second).not.toBe(first);
    const office = catalogue?.offices.find(({ id }) => id === 'dong/jia');
    expect(office && catalogue && peopleView(office, catalogue).people[0]).toMatchObject({
      picture: first,
      pictureAlt: '示例甲的工作照',
    });
  });

  it('stand beside the entry that names them', () => {
    expect(problems({ [STAFF]: named })).toEqual([
      'offices/dong/jia/staff.json:reference | 人员·工作照（自愿，放在 photos/ 里） people[0].photo | 没有“jia.jpg”这个照片（放在本所的 photos/ 里） | 还没有任何照片（放在本所的 photos/ 里），删掉这一项',
    ]);
  });

  it('go when the person goes', () => {
    expect(problems({ [FILE]: taken })).toEqual([
      '! offices/dong/jia/photos/jia.jpg privacy | - | 像是拍摄位置（GPS）：照片里记着在哪里拍的；发布时会去掉，但这份原片还带着 | 用看图软件另存一份，或在手机里分享时去掉位置信息，再替换这个文件',
      '! offices/dong/jia/photos/jia.jpg photo | - | 没有人用到这张照片，它不会公开 | 人已离岗的，删除它；还在的，在 staff.json 里写 "photo": "jia.jpg"',
    ]);
  });

  it('are pictures, not too large, with a name that can be an address', () => {
    expect(problems({ [STAFF]: named, [FILE]: 'text' })[0]).toContain('打不开：不是 jpg、png 或 webp 图片');
    expect(problems({ [STAFF]: named, [FILE]: Buffer.alloc(2_200_000) })[0]).toContain('最大 2 MB');
    expect(problems({ 'offices/dong/jia/photos/张三.JPG': taken })[0]).toContain('不能作照片的文件名');
    expect(problemsOf({ [STAFF]: fields({ 'people[0].photo': '../x.jpg' }) })[0]).toContain(
      '应为 photos/ 里的文件名',
    );
  });
});
