import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bareJpeg } from '../../src/client/admin/people/bare-jpeg.ts';
import { cutOf, FIRST_CROP, PHOTO } from '../../src/client/admin/people/crop.ts';
import { withoutPerson, withoutWhereabouts } from '../../src/client/admin/people/staff-value.ts';

describe('the part of a picture that becomes a photo', () => {
  it('lies within the picture and is three by four, whatever the picture and the choice', () => {
    const side = fc.integer({ min: 1, max: 12_000 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const zooms = fc.double({ min: 1, max: 3, noNaN: true });
    fc.assert(
      fc.property(side, side, share, share, zooms, (width, height, x, y, zoom) => {
        const cut = cutOf({ width, height }, { zoom, x, y });
        const slack = 1e-6 * Math.max(width, height);
        expect(Math.min(cut.left, cut.top)).toBeGreaterThanOrEqual(-slack);
        expect(cut.left + cut.width).toBeLessThanOrEqual(width + slack);
        expect(cut.top + cut.height).toBeLessThanOrEqual(height + slack);
        expect(cut.width / cut.height).toBeCloseTo(PHOTO.width / PHOTO.height, 6);
      }),
    );
  });

  it('is as much as fits, unless more closely chosen', () => {
    expect(cutOf({ width: 600, height: 1000 }, FIRST_CROP)).toEqual({
      left: 0,
      top: 50,
      width: 600,
      height: 800,
    });
  });
});

describe('a photo as it is sent', () => {
  it('holds nothing beside the picture: no place, no profile, no remark', async () => {
    const picture = sharp({ create: { width: 30, height: 40, channels: 3, background: '#369' } });
    const full = await picture
      .withExif({ IFD0: { Make: 'EXAMPLECAM' }, IFD3: { GPSLatitude: '29/1 33/1 0/1' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    const bare = Buffer.from(bareJpeg(full));
    expect([full.includes('EXAMPLECAM'), bare.includes('EXAMPLECAM')]).toEqual([true, false]);
    const { exif, icc, width } = await sharp(bare).metadata();
    expect([exif, icc, width]).toEqual([undefined, undefined, 30]);
    expect(bareJpeg(bare)).toEqual(new Uint8Array(bare));
  });
});

describe('who has left', () => {
  it('is named nowhere any longer: not as deputy, not as acting, not in whereabouts', () => {
    const staff = {
      people: [
        { id: 'jia', name: '示例甲', deputy: 'yi' },
        { id: 'yi', name: '示例乙' },
      ],
      vacancies: [{ post: '工作人员', acting: 'yi' }],
      provenance: { source: '示例市司法局' },
    };
    expect(withoutPerson(staff, 'yi')).toEqual({
      people: [{ id: 'jia', name: '示例甲' }],
      vacancies: [{ post: '工作人员' }],
      provenance: { source: '示例市司法局' },
    });
    const daily = {
      plan: { from: '2026-11-01', week: [{ person: 'yi', day: 1 }] },
      entries: [
        { person: 'yi', date: '2026-11-22' },
        { person: 'jia', date: '2026-11-22', substitute: 'yi' },
      ],
    };
    expect(withoutWhereabouts(daily, 'yi')).toEqual({ entries: [{ person: 'jia', date: '2026-11-22' }] });
  });
});
