import { resolve } from 'node:path';
import { main, UsageError } from '../src/command/command.ts';
import { texts } from '../src/command/options.ts';
import { codeOf, makeCity } from '../src/scaffold/city/make-city.ts';
import { filesOf } from '../src/scaffold/city/plan-city.ts';
import { report } from '../src/scaffold/city/report.ts';
import { refuseFilled, writeCity } from '../src/scaffold/city/write-city.ts';

await main({
  help: `用法：npm run new:city -- <区划代码> --out <文件夹>

为任何一个地级市、自治州、地区、盟、直辖市或一个县生成整套内容骨架：县、乡镇街道、村和社区、
每个乡镇街道一个司法所（地址、电话等一律留待公开），以及撤并更名前的旧名和已知的大致坐标。
区划数据首次使用时下载到 .cache/sources。职能、办事指南等全国文本随程序来，不写进内容。
要的是整个网站的文件夹（设置、流水线、说明都有），用 init。

  <区划代码>          4 位或以 00 结尾的 6 位，如 4419 或 441900（东莞市）；县级 6 位，如 510121（金堂县）
  --out <文件夹>      写到哪里；必须不存在或是空的
  --readings <文件>   人工核定的读音，格式同内容里的 readings.json
  --points <文件>     人工选定的坐标：{ "乡镇 9 位或县级 6 位代码": "纬度,经度" }，须是 GeoNames 的一行
  --help              显示本说明`,
  words: 1,
  options: texts('out', 'readings', 'points'),
  run: async (values, [word]) => {
    const code = codeOf(word);
    if (!values.out) throw new UsageError('请用 --out 写明输出文件夹');
    const out = resolve(values.out);
    await refuseFilled(out);
    const plan = await makeCity({ ...values, code }, console.log);
    const files = filesOf(plan);
    await writeCity(files, out);
    console.log(`已写入 ${out}：${files.length} 个文件。\n\n${report(plan)}`);
    return 0;
  },
});
