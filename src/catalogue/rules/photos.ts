import type { Problem } from '../../domain/problems.ts';
import type { Contents, OfficeFiles } from '../contents.ts';
import { listAt, textAt } from '../loose.ts';
import { assessPhoto } from '../photos.ts';
import { checkReference } from './reference.ts';

const offices = ({ all }: Contents) => all.offices;

const namedBy = ({ staff }: OfficeFiles): string[] =>
  listAt(staff?.raw, ['people']).flatMap((person) => textAt(person, ['photo']) ?? []);

/** A person's photo stands in `photos/` beside `staff.json`. */
export const checkPhotoReferences = (contents: Contents): Problem[] =>
  offices(contents).flatMap(({ id, staff }) => {
    if (!staff) return [];
    const own = contents.photos.filter(({ owner }) => owner === id);
    const target = { name: '照片（放在本所的 photos/ 里）', ids: new Set(own.map(({ name }) => name)) };
    return listAt(staff.raw, ['people']).flatMap((_, at) =>
      checkReference(staff, ['people', at, 'photo'], target),
    );
  });

/** A photo is a picture, not too large, and has a name that can be written anywhere. */
export const checkPhotos = ({ photos }: Contents): Problem[] =>
  photos.flatMap((photo): Problem[] => {
    const fault = assessPhoto(photo);
    return fault ? [{ kind: 'photo', severity: 'error', file: photo.file, ...fault }] : [];
  });

/** Who has left takes the photo along: one that nobody's entry names should not stay in the folder. */
export function remindPhotos(contents: Contents): Problem[] {
  const used = new Set(
    offices(contents).flatMap((office) => namedBy(office).map((name) => `${office.id}/${name}`)),
  );
  return contents.photos
    .filter(({ owner, name }) => !used.has(`${owner}/${name}`))
    .map(({ file, name }) => ({
      kind: 'photo',
      severity: 'warning',
      file,
      message: '没有人用到这张照片，它不会公开',
      remedy: `人已离岗的，删除它；还在的，在 staff.json 里写 "photo": "${name}"`,
    }));
}
