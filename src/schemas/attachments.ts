import { z } from 'zod';
import { line, paragraph } from './primitives.ts';
import { field } from './field.ts';

/** A document that a text carries along: its name in `files/`, and what it is called. */
const attachment = z.strictObject({
  file: field(line(90), '文件名', 'peixun-jihua.pdf'),
  title: field(line(60), '名称', '2026 年培训计划'),
  transcript: field(
    paragraph(3000).optional(),
    '录音里说的话（录音必须写；照着正文念的，写“正文”）',
    '正文',
  ),
});

/** What a notice, or a place's own text of a guide, carries along. */
export const attachments = field(z.array(attachment).min(1).max(20).optional(), '附件');
