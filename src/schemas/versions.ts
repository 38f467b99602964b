import { z } from 'zod';
import { organisation, line, paragraph } from './primitives.ts';
import { choice, field } from './field.ts';

/** The languages that a text or a name may also be given in (BCP 47), and what people here call their writing. */
export const LANGUAGES = {
  ii: '彝文',
  bo: '藏文',
  ug: '维吾尔文',
  mn: '蒙古文',
  za: '壮文',
  en: '英文',
} as const;

export const language = field(
  choice(LANGUAGES),
  '哪种文字（ii 彝文，bo 藏文，en 英文……）',
  'ii',
);

const version = z.strictObject({
  lang: language,
  title: field(line(160), '这种文字的标题'),
  text: field(z.array(paragraph(2000)).min(1, '至少一段'), '这种文字的正文，一段一条'),
  source: field(organisation, '谁提供的译文（机构）', '马边彝族自治县民族语言文字工作机构'),
});

/** The same text in other languages, given by a body and never made by a machine (facts A9-4). */
export const versions = field(
  z
    .array(version)
    .min(1)
    .refine((all) => new Set(all.map(({ lang }) => lang)).size === all.length, '同一种文字写了两次')
    .optional(),
  '其他文字的版本',
);
