import { z } from 'zod';
import { daysBetween } from '../domain/dates.ts';
import { date, isoWeekday, personId, session, time } from './primitives.ts';
import { closed, field } from './field.ts';

/** The six coarse states; nothing finer may be published (design §3, facts A8-3; 个人信息保护法第二十八条). */
export const WHEREABOUTS_STATES = ['在岗', '入户走访', '会议培训', '公出', '休假', '其他公务'] as const;

/** The longest weekly plan: a plan that nobody looks at any more must end by itself. */
export const PLAN_DAYS = 62;

/** Said of every field that is not there, so that nobody looks for a place to write more. */
const COARSE = '去向只写六类，不写地点、原因、对象';

const what = {
  person: field(personId, '人员编号', 'zhang-san'),
  session: field(session, '时段', '08:30-12:00'),
  state: field(z.enum(WHEREABOUTS_STATES), '去向', '在岗'),
  back: field(time.optional(), '预计返回', '17:00'),
  substitute: field(personId.optional(), '接替人', 'li-si'),
};

const entry = closed(z.strictObject({ date: field(date, '日期'), ...what }), COARSE);

const usual = closed(
  z.strictObject({
    ...what,
    days: field(
      z
        .array(isoWeekday)
        .min(1, '至少写一天')
        .refine((days) => new Set(days).size === days.length, '同一天写了两次'),
      '星期（1 周一 … 7 周日）',
      '[1, 2, 3, 4, 5]',
    ),
  }),
  COARSE,
);

/** What holds on the workdays of a week unless an entry of the day says otherwise. */
const plan = closed(
  z
    .strictObject({
      from: field(date, '起始日'),
      until: field(date, '截止日'),
      week: field(z.array(usual).min(1, '至少写一条').max(100, '最多 100 条'), '一周安排'),
    })
    .superRefine(({ from, until }, ctx) => {
      const days = daysBetween(from, until);
      const add = (message: string) => ctx.addIssue({ code: 'custom', path: ['until'], message });
      if (days < 0) add(`截止日 ${until} 早于起始日 ${from}：写同一天或以后`);
      if (days > PLAN_DAYS) add(`一份安排最多管 ${PLAN_DAYS} 天，到期再写新的`);
    }),
  COARSE,
);

/** `whereabouts.json`: what is current only, by the day or by the week; the tool prunes what is over. */
export const whereabouts = closed(
  z.strictObject({
    entries: field(z.array(entry).max(400, '最多 400 条'), '去向'),
    plan: field(plan.optional(), '每周安排'),
  }),
  COARSE,
);

export type Whereabouts = z.infer<typeof whereabouts>;
export type WhereaboutsEntry = z.infer<typeof entry>;
