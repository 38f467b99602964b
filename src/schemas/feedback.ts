import { z } from 'zod';
import { text } from './text.ts';
import { phone } from './primitives.ts';
import { field } from './field.ts';

/** What may stand in the address of a form, replaced by what the page is about. */
const FEEDBACK_PLACEHOLDERS = ['{page}', '{field}', '{title}', '{body}', '{url}'] as const;

const known = (address: string) =>
  (address.match(/\{[^}]*\}/g) ?? []).every((one) => (FEEDBACK_PLACEHOLDERS as readonly string[]).includes(one));

/** How people tell that something on a page is wrong: a form on the web, mail, or a telephone of the bureau. */
export const feedback = z
  .strictObject({
    form: field(
      text()
        .regex(/^https?:\/\/[^\s@/]+\/\S*$/, '不是完整的网址')
        .refine(known, `花括号里只能写 ${FEEDBACK_PLACEHOLDERS.join('、')}`)
        .optional(),
      '表单网址',
      'https://git.example.gov.cn/sfj/site/issues/new?template=xinxi-youwu.yml&page={page}&field={field}',
    ),
    email: field(z.email('不是邮箱地址').optional(), '邮箱', 'jiucuo@example.gov.cn'),
    phone: field(phone.optional(), '电话', '0800-2123456'),
  })
  .refine((value) => Object.keys(value).length > 0, '表单网址、邮箱、电话至少写一个');
