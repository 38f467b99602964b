import { soundOf } from './attachments/sound.ts';
import { endingOf } from '../domain/attachment-types.ts';

const WIDTH = 240;
const HEIGHT = 320;

/** Upright, in the colours of screens, and nothing but the picture. A build without a new picture does without the library. */
async function opened(bytes: Uint8Array) {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { limitInputPixels: 60_000_000 }).autoOrient().toColourspace('srgb');
}

/**
 * A photo as it is published: small, upright, and nothing but the picture. Whatever a camera or telephone wrote
 * beside it (place, time, device, thumbnail, facts F1-1) is not taken over. The same bytes give the same bytes.
 */
export const encodePhoto = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await opened(bytes))
    .resize(WIDTH, HEIGHT, { fit: 'cover', position: 'top' })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 76, mozjpeg: true })
    .toBuffer();

/** An attached picture as it is published: made anew as well, in its own size; a recording without its notes; anything else as it is. */
export async function encodeAttachment(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  const ending = endingOf(path);
  try {
    if (ending === 'jpg') return await (await opened(bytes)).jpeg({ quality: 86, mozjpeg: true }).toBuffer();
    if (ending === 'mp3') return soundOf(bytes);
    return ending === 'png' ? await (await opened(bytes)).png({ compressionLevel: 9 }).toBuffer() : bytes;
  } catch (error) {
    throw new Error(`附件 ${path} 打不开：用看图软件另存为 jpg 或 png，再替换`, { cause: error });
  }
}
