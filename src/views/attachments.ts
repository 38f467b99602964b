import type { Attachment } from '../catalogue/types.ts';
import { attachmentType, sizeInWords } from '../domain/attachment-types.ts';

/** A document as it is offered: what it is called, its kind and size (of pictures made anew none is known), and the name to save it under. */
function attachmentView({ title, transcript, path, size }: Attachment) {
  const type = attachmentType(path);
  const ending = path.slice(path.lastIndexOf('.'));
  return {
    title,
    path,
    heard: type?.heard ? { said: transcript === '正文' ? undefined : transcript } : undefined,
    kind: type?.remade ? type.name : `${type?.name ?? ''}，${sizeInWords(size)}`,
    saveAs: type?.shown ? undefined : `${title}${ending}`,
  };
}

/** What a text carries along: recordings to be heard, and documents to open or to save. */
export function attachmentsView(attachments: readonly Attachment[]) {
  const all = attachments.map(attachmentView);
  return { recordings: all.filter(({ heard }) => heard), attachments: all.filter(({ heard }) => !heard) };
}

export type AttachmentsView = ReturnType<typeof attachmentsView>;
