import { z } from 'zod';
import { line, paragraph } from './primitives.ts';
import { field } from './field.ts';

/** Front matter of `pages/<slug>.md`. */
export const page = z.strictObject({
  title: field(line(40), '标题', '关于本站'),
  lang: field(z.enum(['en']).optional(), '文字（不写是汉字）', 'en'),
  description: field(paragraph(160), '一句话说明'),
});
