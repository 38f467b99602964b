/** A photo that was chosen and made anew, on its way into the office's folder. */
import { sizeInWords } from '../../../domain/attachment-types.ts';
import { fingerprint } from '../../../domain/fingerprint.ts';
import type { FileEdit } from '../../../forges/types.ts';
import type { Extra } from '../extra.ts';
import type { OfficeFile } from '../office-files.ts';
import type { ToldChange } from '../words.ts';
import { PHOTO } from './crop.ts';
import { peopleIn } from './staff-value.ts';

/** A name that no other photo has: of whom it shows, and of its bytes. */
export const photoName = (person: string, bytes: Uint8Array): string =>
  `${person}-${fingerprint([bytes]).slice(0, 8)}.jpg`;

export class PhotoFile implements Extra {
  readonly file: string;
  readonly #name: string;
  readonly #bytes: Uint8Array;
  readonly #folder: string;
  readonly #staff: OfficeFile;

  /** `folder` is the office's in the repository. */
  constructor(
    office: string,
    folder: string,
    name: string,
    { staff, bytes }: { readonly staff: OfficeFile; readonly bytes: Uint8Array },
  ) {
    this.file = `offices/${office}/photos/${name}`;
    this.#name = name;
    this.#bytes = bytes;
    this.#folder = folder;
    this.#staff = staff;
  }

  get #person() {
    return peopleIn(this.#staff.value).find(({ photo }) => photo === this.#name);
  }

  title = (): string => '照片';

  /** Only while somebody is shown by it. */
  isChanged = (): boolean => this.#person !== undefined;

  edits = (): FileEdit[] => [{ path: `${this.#folder}/photos/${this.#name}`, bytes: this.#bytes }];

  problems = () => [];

  told = (): ToldChange[] => [
    {
      where: `${this.#person?.name ?? ''}的照片`,
      before: '（没有这一张）',
      after: `新照片，${PHOTO.width}×${PHOTO.height}，${sizeInWords(this.#bytes.length)}，提交人说明本人同意公开`,
    },
  ];
}
