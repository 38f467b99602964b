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

const jpegOf = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | undefined>((done) =>
    canvas.toBlob((blob) => done(blob ?? undefined), 'image/jpeg', quality),
  );

/** What is drawn as a JPEG that is small enough; undefined where this browser makes none. */
export async function encode(canvas: HTMLCanvasElement): Promise<Uint8Array | undefined> {
  for (const quality of QUALITIES) {
    const blob = await jpegOf(canvas, quality);
    if (!blob || blob.type !== 'image/jpeg') return undefined;
    if (blob.size <= MOST_BYTES) return bareJpeg(new Uint8Array(await blob.arrayBuffer()));
  }
  return undefined;
}
