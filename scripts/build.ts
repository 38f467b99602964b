import { folders, main, WHEREABOUTS_HELP } from '../src/command/command.ts';
import { flags, texts } from '../src/command/options.ts';
import { buildSite } from '../src/build/build.ts';

await main({
  help: `用法：npm run build -- [--content <文件夹>] [--whereabouts <文件夹>] [--out <文件夹>]
                      [--history <文件夹>] [--explicit-index] [--quarantine]

检查内容并生成网站。内容有错误时不生成，原有网站保持不变。

  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --out <文件夹>      生成到哪里，默认 dist/
  --history <文件夹>  内容是副本时，“改过什么”从这里的 git 记录读，默认从内容读
  --quarantine        有错误的司法所只写名称、乡镇和司法局电话，其余照常生成；退出码仍是 1。
                      司法所以外的内容有错误时，照样不生成
  --explicit-index    链接写到 index.html，给不会自动打开 index.html 的服务器（如部分对象存储）用
  --help              显示本说明

环境变量：SITE_URL、BASE_PATH 取代 content/site.json 里的网址和路径；
SOURCE_DATE_EPOCH（秒）固定生成的时刻，内容相同则结果逐字节相同。`,
  options: {
    ...texts('content', 'whereabouts', 'out', 'history'),
    ...flags('explicit-index', 'quarantine'),
  },
  run: async (values) => {
    const start = performance.now();
    const { 'explicit-index': explicitIndex, quarantine } = values;
    const own = folders({ ...values, content: values.history });
    const copyOf = values.history === undefined ? undefined : own;
    const request = { ...folders(values), copyOf, explicitIndex, quarantine };
    const record = await buildSite(request);
    if (!record) return 1;
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`完成：${record.pages} 页 → ${request.out}（用时 ${seconds} 秒，内存峰值 ${megabytes} MB）`);
    return record.quarantined > 0 ? 1 : 0;
  },
});
