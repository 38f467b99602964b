import { z } from 'zod';
import { field } from './field.ts';
import { line, slug } from './primitives.ts';

const call = z.strictObject({
  number: field(line(12), '号码', '110'),
  name: field(line(12), '打给谁', '报警'),
});

/** A danger, in the words of those who are in it: asked before the search ranks anything. */
export const urgent = z.strictObject({
  title: field(line(20), '卡片标题', '有人打您、威胁您'),
  say: field(
    z.array(line(300)).min(1, '至少一种说法'),
    '平常的说法：“…”代表中间隔几个字，“/”隔开可以互换的词',
    '["要…杀…我/人"]',
  ),
  heard: field(
    z.array(line(40)).optional(),
    '有这种危险的人说过的话：没有照着“平常的说法”说的，按这里学来的认',
    '["他又喝酒了在摔东西我怕"]',
  ),
  except: field(z.array(line(12)).optional(), '听着像、其实不是的词', '["杀价"]'),
  call: field(z.array(call).min(1, '至少一个电话'), '马上打的电话'),
  now: field(z.array(line(60)).min(1).max(4), '现在做什么', '["先离开，到有人的地方去"]'),
  services: field(z.array(slug).optional(), '平安以后看的办事指南', '["protection-order"]'),
  avoid: field(z.array(slug).optional(), '不能引向的办事指南和职能', '["people-mediation"]'),
  hide: field(z.literal(true).optional(), '给“快速离开”按钮'),
});

export type UrgentRecord = z.infer<typeof urgent>;
