import sharp from 'sharp';

const WIDTH = 240;
const HEIGHT = 320;

/**
 * A photo as it is published: small, upright, and nothing but the picture. Whatever a camera or telephone wrote
 * beside it (place, time, device, thumbnail, facts F1-1) is not taken over. The same bytes give the same bytes.
 */
export async function encodePhoto(bytes: Uint8Array): Promise<Uint8Array> {
  const picture = sharp(bytes, { limitInputPixels: 60_000_000 }).autoOrient();
  return picture
    .resize(WIDTH, HEIGHT, { fit: 'cover', position: 'top' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .jpeg({ quality: 76, mozjpeg: true })
    .toBuffer();
}
