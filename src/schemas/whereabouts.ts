import { z } from 'zod';
import { date, session, slug, time } from './primitives.ts';
import { field } from './field.ts';

/** The six coarse states; nothing finer may be published (design §3, facts A8-3). */
export const WHEREABOUTS_STATES = ['在岗', '入户走访', '会议培训', '公出', '休假', '其他公务'] as const;

const entry = z.strictObject({
  date: field(date, '日期'),
  person: field(slug, '人员编号', 'zhang-san'),
  session: field(session, '时段', '08:30-12:00'),
  state: field(z.enum(WHEREABOUTS_STATES), '去向', '在岗'),
  back: field(time.optional(), '预计返回', '17:00'),
  substitute: field(slug.optional(), '接替人', 'li-si'),
});

/** `whereabouts.json`: current entries only; the tool prunes what is over. */
export const whereabouts = z.strictObject({ entries: field(z.array(entry).max(400, '最多 400 条'), '去向') });

export type Whereabouts = z.infer<typeof whereabouts>;
export type WhereaboutsEntry = z.infer<typeof entry>;
