import { z } from 'zod';
import { text } from './text.ts';
import { asking, field } from './field.ts';
import { line, slug } from './primitives.ts';

/** A name as forges give it; `[bot]` is how GitHub names its programs. */
const account = field(
  text()
    .max(100, '最多 100 个字符')
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:\[bot\])?$/, '不是代码平台上的账号名'),
  '账号',
  'jiazhen-sfs',
);

const officeId = asking(
  text().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, '应为“县/所”的拼音'),
  { asks: 'office' },
);

const owner = z
  .strictObject({
    account,
    note: field(line(60).optional(), '说明（单位，不写人名）', '示例镇司法所'),
    offices: field(z.array(officeId).min(1, '至少一个').optional(), '负责的司法所', '["shili/jiazhen"]'),
    counties: field(z.array(slug).min(1, '至少一个').optional(), '负责的县', '["shili"]'),
    city: field(z.literal(true).optional(), '市司法局的编辑', 'true'),
    maintainer: field(z.literal(true).optional(), '网站维护人员', 'true'),
  })
  .refine(
    ({ offices, counties, city, maintainer }) => offices || counties || city || maintainer,
    '没有写负责什么（offices、counties、city、maintainer 至少一项）',
  );

/** `owners.json`: which account of the forge may change what (docs/gate.md). */
export const owners = z.strictObject({
  accounts: field(z.array(owner).max(5000, '最多 5000 个'), '账号'),
});

export type Owner = z.infer<typeof owner>;
export type Owners = z.infer<typeof owners>;
