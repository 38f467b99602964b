import { dev } from 'astro';
import { folders, main, portOf, ROOT, WHEREABOUTS_HELP } from '../src/command/command.ts';
import { texts } from '../src/command/options.ts';
import { insteadOfConfigured, lending, readBuild } from '../src/build/open.ts';
import { untilStopped } from '../src/command/open.ts';
import { MISSING_PATH } from '../src/scaffold/project/missing-page.ts';
import { CALLER } from '../src/build/settings.ts';

await main({
  help: `用法：npm run dev -- [--port <端口>] [--host <地址>] [--content <文件夹>] [--whereabouts <文件夹>]

边改边看：改动内容、页面或样式后，浏览器自动刷新。

  --port <端口>       默认 4321；被占用时自动换下一个
  --host <地址>       默认 localhost
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --help              显示本说明`,
  options: texts('port', 'host', 'content', 'whereabouts'),
  run: async (values) => {
    const port = portOf(values.port);
    const from = folders(values);
    const opened = readBuild(ROOT, from, CALLER, console.log);
    if (!opened) return 1;
    insteadOfConfigured({ content: from.content, whereabouts: from.whereabouts });
    process.env['ASTRO_DEV_BACKGROUND'] = '0';
    const server = await lending(opened, () =>
      dev({
        root: ROOT,
        logLevel: 'warn',
        server: { host: values.host ?? 'localhost', ...(port === undefined ? {} : { port }) },
      }),
    );
    console.log(
      `边改边看：http://localhost:${server.address.port}${opened.settings.base} ，按 Ctrl+C 停止；还缺什么：http://localhost:${server.address.port}${opened.settings.base}${MISSING_PATH}`,
    );
    await untilStopped();
    await server.stop();
    return 0;
  },
});
