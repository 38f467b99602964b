/** Which part of a picture becomes somebody's photo: always upright, three wide and four high. */

export interface Crop {
  /** 1 takes in as much as fits; 3 a third of its width. */
  readonly zoom: number;
  /** From 0, the left, to 1, the right. */
  readonly x: number;
  /** From 0, the top, to 1, the bottom. */
  readonly y: number;
}

/** Heads are rather above the middle. */
export const FIRST_CROP: Crop = { zoom: 1, x: 0.5, y: 0.25 };

/** Twice what the page shows, for screens with fine dots. */
export const PHOTO = { width: 480, height: 640 } as const;

interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a picture of some size that a crop takes. */
export function cutOf(size: { readonly width: number; readonly height: number }, { zoom, x, y }: Crop): Cut {
  const scale = Math.min(size.width / PHOTO.width, size.height / PHOTO.height) / zoom;
  const [width, height] = [PHOTO.width * scale, PHOTO.height * scale];
  return { left: (size.width - width) * x, top: (size.height - height) * y, width, height };
}
