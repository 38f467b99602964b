import { folders, main } from '../src/command/command.ts';
import { texts } from '../src/command/options.ts';
import { buildInstant, CALLER } from '../src/build/settings.ts';
import { dateInShanghai } from '../src/domain/dates.ts';
import { serveFacts } from '../src/mcp/serve.ts';

await main({
  help: `用法：npm run -s mcp -- [--site <文件夹>]

让智能助手查本站的数据（Model Context Protocol，标准输入输出，只读）。数据取自生成好的网站，没有公布的一律回答“待公开”。

  --site <文件夹>  生成好的网站，默认 dist/
  --help           显示本说明

在助手的设置里写：命令 npm，参数 run -s mcp，工作目录为本项目的文件夹。
退出码：0 对方结束了会话，1 没有网站或没有装程序库，2 用法不对。`,
  options: texts('site'),
  run: async ({ site }) => {
    await serveFacts(folders({ out: site }).out, () => dateInShanghai(buildInstant(CALLER)));
    return undefined;
  },
});
