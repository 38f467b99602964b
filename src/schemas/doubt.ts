import { z } from 'zod';
import { date, line, organisation, paragraph } from './primitives.ts';
import { field } from './field.ts';

/** What a resident should still ask for, said once on the page: things, and who answers. */
const confirm = z.strictObject({
  what: field(
    z
      .array(line(24).refine((s) => !/[，。；：！？]/.test(s), '只写事情的名称，不写句子'))
      .min(1, '至少一样'),
    '哪些事',
    '["复印件份数"]',
  ),
  with: field(organisation.optional(), '以谁的答复为准', '司法所'),
});

/** Shared by guides, functions and rules: what is unsettled for the reader, the research behind, the last look. */
export const doubt = {
  confirm: field(confirm.optional(), '要问清楚的'),
  sourceNotes: field(z.array(paragraph(300)).optional(), '整理时的说明（放在依据后面）'),
  looked: field(date.optional(), '最近一次复核的日期（没有改内容的）'),
};
