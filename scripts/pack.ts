import { join, resolve } from 'node:path';
import { buildIfNeeded } from '../src/build/build.ts';
import { asTyped, folders, main, ROOT, WHEREABOUTS_HELP } from '../src/command/command.ts';
import { requireFolder } from '../src/command/folders.ts';
import { texts } from '../src/command/options.ts';
import { assemble } from '../src/release/assemble.ts';
import { pack } from '../src/release/pack.ts';

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

await main({
  help: `用法：npm run pack -- [--site <文件夹> | --content <文件夹>] [--out <文件夹>]

把网站打成一个压缩包，交给管服务器的人：网站、压缩好的副本、nginx、Apache、IIS、Caddy 的配置、
文件清单、校验值和说明。同样的网站，打出的包逐字节相同。

  --site <文件夹>     打包这个已生成的网站；不写就先检查内容、生成到 dist/
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --out <文件夹>      压缩包放在哪里，默认 packs/
  --help              显示本说明

环境变量 SITE_URL、BASE_PATH、SOURCE_DATE_EPOCH 与 npm run build 相同。`,
  options: texts('site', 'content', 'whereabouts', 'out'),
  run: async (values) => {
    const { content, whereabouts } = folders(values);
    const site = values.site === undefined ? join(ROOT, 'dist') : resolve(values.site);
    if (values.site === undefined && !(await buildIfNeeded({ content, whereabouts, out: site }))) return 1;
    requireFolder(site);
    process.stdout.write('压缩和打包……');
    const assembled = assemble(site);
    const out = resolve(values.out ?? join(ROOT, 'packs'));
    const archives = await pack(assembled, out);
    const { id, bytes, files } = assembled.manifest;
    console.log(` ${files.length} 个文件，${megabytes(bytes)}，版本 ${id}`);
    for (const [name, { length }] of archives)
      console.log(`  ${asTyped(join(out, name))}  ${megabytes(length)}`);
    console.log('校验值在同名的 .sha256 文件里。');
    return 0;
  },
});
