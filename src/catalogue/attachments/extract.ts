/** The words in a document or picture, as far as they can be read without a program of its own. */
import { attachmentType } from '../../domain/attachment-types.ts';
import { compoundTexts } from './extract-compound.ts';
import { packageTexts } from './extract-package.ts';
import { pdfTexts } from './extract-pdf.ts';
import { pictureTexts } from './extract-picture.ts';
import type { Extract } from './extracted.ts';

/** All texts of a file that its name says to be an attachment; nothing of one that cannot be opened. */
export function extract(name: string, bytes: Uint8Array): Extract[] {
  switch (attachmentType(name)?.form) {
    case 'package':
      return packageTexts(bytes);
    case 'pdf':
      return pdfTexts(bytes);
    case 'compound':
      return compoundTexts(bytes);
    default:
      return pictureTexts(bytes);
  }
}
