import { buildIfNeeded } from '../src/build/build.ts';
import { folders, main, portOf, WHEREABOUTS_HELP } from '../src/command/command.ts';
import { texts } from '../src/command/options.ts';
import { MISSING_PATH, missingHtml } from '../src/scaffold/project/missing-page.ts';
import { OPEN_HELP, OPEN_OPTIONS, openSite } from '../src/command/open.ts';

await main({
  help: `用法：npm start -- [--port <端口>] [--host <地址>] [--content <文件夹>] [--whereabouts <文件夹>]
                  [--out <文件夹>]

检查内容、生成网站，并在本机打开。没有变化时不重新生成。

${OPEN_HELP}
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --out <文件夹>      生成到哪里，默认 dist/
  --help              显示本说明`,
  options: {
    ...OPEN_OPTIONS,
    ...texts('content', 'whereabouts', 'out'),
  },
  run: async (values) => {
    portOf(values.port);
    const request = folders(values);
    const built = await buildIfNeeded(request);
    if (!built) return 1;
    const { base } = built.record;
    const first = [MISSING_PATH, '先看还缺什么', missingHtml(built.opened, base)] as const;
    await openSite({ folder: request.out, base, first }, values);
    return 0;
  },
});
