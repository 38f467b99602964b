/** What a notice may carry along (facts A3-10): documents that people can open and that run nothing. */

export interface AttachmentType {
  /** What a resident calls it. */
  readonly name: string;
  readonly mime: string;
  /** How its bytes are put together; the check looks for that. */
  readonly form: 'pdf' | 'package' | 'text' | 'png' | 'jpg' | 'mp3';
  /** Of a package: a part without which it is not of this type. */
  readonly part?: RegExp;
  /** Browsers show it; anything else is saved to the reader's device. */
  readonly shown?: true;
  /** Published as a picture made anew, without whatever was noted beside it. */
  readonly remade?: true;
  /** Played in the page; what is said in it must be written down too. */
  readonly heard?: true;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

export const ATTACHMENT_TYPES = {
  pdf: { name: 'PDF', mime: 'application/pdf', form: 'pdf', shown: true },
  docx: {
    name: 'Word',
    mime: `${OPEN_XML}.wordprocessingml.document`,
    form: 'package',
    part: /^word\/document\d*\.xml$/,
  },
  xlsx: {
    name: 'Excel',
    mime: `${OPEN_XML}.spreadsheetml.sheet`,
    form: 'package',
    part: /^xl\/workbook\d*\.xml$/,
  },
  csv: { name: 'CSV表格', mime: 'text/csv; charset=utf-8', form: 'text' },
  txt: { name: '文本', mime: 'text/plain; charset=utf-8', form: 'text', shown: true },
  png: { name: 'PNG图片', mime: 'image/png', form: 'png', shown: true, remade: true },
  jpg: { name: 'JPG图片', mime: 'image/jpeg', form: 'jpg', shown: true, remade: true },
  mp3: { name: '录音', mime: 'audio/mpeg', form: 'mp3', shown: true, heard: true },
} as const satisfies Record<string, AttachmentType>;

type AttachmentEnding = keyof typeof ATTACHMENT_TYPES;

/** The ending of a file's name in lower case, without the dot; empty without one. */
export const endingOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The type that a name's ending stands for; undefined for one that may not be published. */
export function attachmentType(name: string): AttachmentType | undefined {
  const ending = endingOf(name);
  return Object.hasOwn(ATTACHMENT_TYPES, ending) ? ATTACHMENT_TYPES[ending as AttachmentEnding] : undefined;
}

/** A size as people say it: `812 字节`, `34 KB`, `1.2 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
