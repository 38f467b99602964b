import { z } from 'zod';
import { text } from './text.ts';
import { FORGES } from '../domain/forges.ts';
import { line, paragraph } from './primitives.ts';
import { choice, field } from './field.ts';

const branch = line(80).refine((name) => /^[\w][\w./-]*$/.test(name), '只能用字母、数字、点、横线和斜线');

const folder = text()
  .regex(/^(?:[\w.-]+(?:\/[\w.-]+)*)?$/, '应为文件夹名，首尾不写 /')
  .refine((path) => !path.split('/').includes('..'), '不能写 ..');

/** The form page `/admin/`, built only where this is set. It holds no secret: every reader can see it. */
export const editor = z.strictObject({
  forge: field(choice(FORGES), '代码平台', 'forgejo'),
  api: field(
    text().regex(/^https?:\/\/[^\s@/?#]+(?:\/[^\s?#]*[^\s?#/])?$/, '不是接口地址（末尾不写 /）'),
    '接口地址',
    'https://git.example.gov.cn/api/v1',
  ),
  repo: field(
    text().regex(/^[\w.-]+(?:\/[\w.-]+)+$/, '应为“所有者/仓库”'),
    '内容仓库',
    'sifaju/sfs-content',
  ),
  branch: field(branch, '主分支', 'main'),
  folder: field(folder.optional(), '内容在仓库里的文件夹（不写为 content，就在最外层写空）', 'content'),
  data: field(
    z
      .strictObject({
        branch: field(branch, '数据分支', 'quxiang'),
        folder: field(folder.optional(), '去向在数据分支里的文件夹（不写为最外层）', ''),
        direct: field(
          z.boolean().optional(),
          '直接写进数据分支（不写就是）；写 false 则每次提请求审核，只能用不公开的仓库',
          'true',
        ),
      })
      .optional(),
    '去向的数据分支',
  ),
  clientId: field(line(200).optional(), '登录应用的客户端编号', '8a5f…'),
  help: field(paragraph(200).optional(), '填报有问题找谁', '填报有问题，请拨市司法局办公室 0800-2123456'),
});

export type EditorSettings = z.infer<typeof editor>;
