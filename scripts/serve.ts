import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, folders, main, toType } from '../src/command/command.ts';
import { texts } from '../src/command/options.ts';
import { OPEN_HELP, OPEN_OPTIONS, openSite } from '../src/command/open.ts';
import { readRecord } from '../src/build/stamp.ts';

await main({
  help: `用法：npm run serve -- [--out <文件夹>] [--port <端口>] [--host <地址>]

在本机打开已经生成的网站，不检查也不生成。

${OPEN_HELP}
  --out <文件夹>      网站所在，默认 dist/
  --help              显示本说明`,
  options: { ...OPEN_OPTIONS, ...texts('out') },
  run: async (values) => {
    const { out } = folders(values);
    if (!existsSync(join(out, 'index.html')))
      throw new Failure(`${out} 里还没有网站，请先运行 ${toType('build', { out })}。`);
    await openSite({ folder: out, base: readRecord(out)?.base ?? (process.env['BASE_PATH'] || '/') }, values);
    return 0;
  },
});
