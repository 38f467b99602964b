/** A picture drawn anew by this browser: what the camera noted beside it (place, time, device) stays behind. */
import { bareJpeg } from './bare-jpeg.ts';
import { cutOf, PHOTO, type Crop } from './crop.ts';

/** So large may a photo be when it is sent. */
export const MOST_BYTES = 120 * 1024;
const QUALITIES = [0.88, 0.8, 0.7, 0.6, 0.5, 0.4] as const;

/** The picture in a file; undefined where this browser cannot read it. */
export const openPicture = (file: Blob): Promise<ImageBitmap | undefined> =>
  createImageBitmap(file).catch(() => undefined);

/** Draws the part that a crop takes, on white. */
export function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  [canvas.width, canvas.height] = [PHOTO.width, PHOTO.height];
  const context = canvas.getContext('2d');
  if (!context) return;
  const { left, top, width, height } = cutOf(picture, crop);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, PHOTO.width, PHOTO.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, left, top, width, height, 0, 0, PHOTO.width, PHOTO.height);
}

/** What is drawn as a JPEG that is small enough; undefined where this browser makes none. */
export function encode(canvas: HTMLCanvasElement): Uint8Array | undefined {
  for (const quality of QUALITIES) {
    const [head, coded = ''] = canvas.toDataURL('image/jpeg', quality).split(',');
    if (head !== 'data:image/jpeg;base64') return undefined;
    const bytes = Uint8Array.from(atob(coded), (byte) => byte.charCodeAt(0));
    if (bytes.length <= MOST_BYTES) return bareJpeg(bytes);
  }
  return undefined;
}
