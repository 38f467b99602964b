import { z } from 'zod';
import { text } from './text.ts';
import { field } from './field.ts';
import { line } from './primitives.ts';

const path = text().regex(/^\/(?:[a-z0-9-]+\/)*$/, '应为以 / 开头和结尾的站内路径');

/** `redirects.json`: every address ever dropped and where it went. */
export const redirects = z.strictObject({
  redirects: field(
    z.array(
      z.strictObject({
        from: field(path, '旧地址', '/offices/shili/jiuming/'),
        to: field(path, '新地址'),
        reason: field(line(80), '原因'),
      }),
    ),
    '跳转',
  ),
});

export type Redirects = z.infer<typeof redirects>;
