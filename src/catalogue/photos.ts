import { createHash } from 'node:crypto';
import { paths } from '../domain/urls.ts';
import { readDocument } from './attachments/extract.ts';
import type { Fault } from '../domain/problems.ts';
import { isPicture } from './attachments/picture.ts';
import type { Asset } from './assets.ts';
import type { Photo } from './types.ts';

const MAX_PHOTO_BYTES = 2 * 1024 * 1024;

/** Changes whenever photos are to be made anew: part of their addresses, so that no old one is kept by a cache. */
const EDITION = 'jpeg 240x320 1';

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:jpg|jpeg|png|webp)$/;

/** Photos by `<office>/<file>`, each with an address that changes with its bytes. */
export const linkPhotos = (photos: readonly Asset[]): ReadonlyMap<string, Photo> =>
  new Map(
    photos.map(({ owner, name, read }) => [`${owner}/${name}`, { path: paths.photo(hashOf(read())), read }]),
  );

const hashOf = (bytes: Uint8Array) =>
  createHash('sha256').update(EDITION).update(bytes).digest('hex').slice(0, 20);

/** Why a file cannot be somebody's photo; undefined when it can. */
export function assessPhoto({ name, size, read }: Asset): Fault | undefined {
  if (!NAME.test(name))
    return {
      message: `“${name}”不能作照片的文件名`,
      remedy: '用小写字母、数字和连字符，后缀为 jpg、png 或 webp，例如 zhang-san.jpg',
    };
  if (size > MAX_PHOTO_BYTES)
    return { message: `照片有 ${(size / 1024 / 1024).toFixed(1)} MB，最大 2 MB`, remedy: '缩小后再放' };
  const bytes = read();
  return isPicture(bytes)
    ? readDocument(bytes).faults[0]
    : { message: '打不开：不是 jpg、png 或 webp 图片', remedy: '用看图软件另存为 jpg，再放一次' };
}
