import { dateInShanghai } from '../src/domain/dates.ts';
import { folders, main, toType, UsageError } from '../src/command/command.ts';
import { bytesNamed, flags, texts } from '../src/command/options.ts';
import { loadChecked } from '../src/command/content.ts';
import { planPlaces } from '../src/places/plan.ts';
import { readList } from '../src/places/read-list.ts';
import { tellPlan } from '../src/places/report.ts';
import { datumOf, precisionOf, type Defaults } from '../src/places/understand.ts';
import { draftFiles } from '../src/places/write.ts';
import { buildInstant } from '../src/build/settings.ts';
import { writeAll } from '../src/build/write-all.ts';

const HELP = `用法：npm run import:places -- <文件.csv|文件.geojson> [选项]

把一份坐标表写进各司法所的 office.json。先显示要改什么，不写文件；确认后加 --write 再运行一次。
有任何错误就一个文件也不写。

表格第一行是表头，中文、英文都认：
  区划代码 code 或 名称 name（乡镇、街道或司法所）、县 county、经度 lon、纬度 lat、
  坐标系 crs、精度 precision、来源 source、核实日期 verifiedOn
编码可以是 UTF-8 或 GB18030（Excel 的“CSV”）。GeoJSON 用 Point，其余写在 properties 里。

  --crs <坐标系>          表里没写时用：WGS84（天地图、GPS）、GCJ02（高德、腾讯）、BD09（百度）
  --precision <精度>      表里没写时用：office（在司法所门口实测）、township（乡镇驻地，只保留两位小数）
  --source <来源>         表里没写时用，例如 "示例县司法局量取"
  --verified <日期>       表里没写时用，例如 2026-11-22
  --write                 写入；不加则只显示
  --content <文件夹>      内容，默认 content/
  --help                  显示本说明

退出码：0 没有错误，1 有错误（什么都没有写），2 用法不对。`;

function known(
  text: string | undefined,
  option: string,
  knows: (text: string) => unknown,
): string | undefined {
  if (text !== undefined && !knows(text)) throw new UsageError(`${option} 不认识“${text}”`);
  return text;
}

await main({
  help: HELP,
  words: 1,
  options: {
    ...texts('crs', 'precision', 'source', 'verified', 'content'),
    ...flags('write'),
  },
  run: async (values, [file]) => {
    if (!file) throw new UsageError('请写要导入的文件');
    const defaults: Defaults = {
      crs: known(values.crs, '--crs', datumOf),
      precision: known(values.precision, '--precision', precisionOf),
      source: values.source,
      verifiedOn: values.verified,
      today: dateInShanghai(buildInstant(process.env)),
    };
    const { content } = folders(values);
    const list = readList(bytesNamed(file));
    const catalogue = loadChecked({ content })?.catalogue;
    if (!catalogue) return 1;
    console.log(`${file}：${list.encoding}，${list.rows.length} 行\n`);
    const plan = planPlaces(list.rows, catalogue, defaults);
    const findings = [...list.findings, ...plan.findings];
    console.log(tellPlan(plan, findings));
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (errors > 0) {
      console.error(`\n${errors} 个错误，什么都没有写。改好以后再试。`);
      return 1;
    }
    if (plan.changes.length === 0) return 0;
    const drafts = draftFiles(content, plan.changes);
    if (!values.write) {
      console.log('\n还没有写入。确认无误后加 --write 再运行一次。');
      return 0;
    }
    writeAll(drafts);
    console.log(`\n已写入 ${drafts.length} 个文件。请用 ${toType('check', { content })} 再检查一遍。`);
    return 0;
  },
});
