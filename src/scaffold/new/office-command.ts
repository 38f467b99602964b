import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dateInShanghai } from '../../domain/dates.ts';
import { written } from '../../editing/edit-json.ts';
import { divisions as schema, type Divisions } from '../../schemas/divisions.ts';
import { Failure, folders, toType, UsageError, type Command } from '../../command/command.ts';
import { jsonNamed, texts } from '../../command/options.ts';
import { requireFolders } from '../../command/folders.ts';
import { buildInstant } from '../../build/settings.ts';
import { newOfficeRecord, OFFICE_ID } from '../../reorganise/office-record.ts';
import { Refusal } from '../../reorganise/plan.ts';
import { addFile } from './add-file.ts';

const HELP = `用法：npm run new:office -- <县>/<所> --name <全称> [选项]

新建一个司法所：写出 offices/<县>/<所>/office.json。不知道的都不写，页面显示“待公开”。
已有的文件不会改动；内容检查通不过就不写。

  <县>/<所>               网址用的拼音，例如 qianwei/luocheng，定了就不再改
  --name <全称>           例如 示例县示例镇司法所
  --serves <乡镇…>        服务的乡镇、街道名称或区划代码，几个用逗号隔开；不写就按名称找
  --source <来源>         设置的来源，例如 "乐司发〔2026〕3号"；不写就标“设置待核实”
  --content <文件夹>      内容，默认 content/
  --help                  显示本说明

退出码：0 写好了，1 有问题（什么都没有写），2 用法不对。`;

const OPTIONS = texts('name', 'serves', 'source', 'content');

function divisionsOf(content: string, county: string): Divisions {
  const file = join(content, 'divisions', `${county}.json`);
  if (!existsSync(file)) throw new UsageError(`没有“${county}”这个县（divisions/${county}.json）`);
  const { data } = schema.safeParse(jsonNamed(file, content));
  if (!data)
    throw new Failure(`divisions/${county}.json 有错误，请先用 ${toType('check', { content })} 查看`);
  return data;
}

function recordOf(...wanted: Parameters<typeof newOfficeRecord>) {
  try {
    return newOfficeRecord(...wanted);
  } catch (error) {
    throw error instanceof Refusal ? new UsageError(error.message) : error;
  }
}

export const newOfficeCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 1,
  options: OPTIONS,
  run: async (values, [id = '']) => {
    if (!OFFICE_ID.test(id))
      throw new UsageError(`请写 <县>/<所>，用小写拼音，例如 qianwei/luocheng${id && `：${id}`}`);
    const { name } = values;
    if (name === undefined) throw new UsageError('请写全称：--name 示例县示例镇司法所');
    const { content } = folders(values);
    requireFolders({ content });
    const record = recordOf({ ...values, name }, divisionsOf(content, id.split('/')[0] ?? ''));
    const after = `${written(record, { indent: '', eol: '\n' })}\n`;
    const file = addFile(
      content,
      { path: `offices/${id}/office.json`, after },
      dateInShanghai(buildInstant(process.env)),
    );
    console.log(`已写入 ${file}。`);
    console.log('下一步：补上地址、电话、办公时间和来源（可以直接改文件，或者用表格：');
    console.log(`  ${toType('sheets:export', { content }, '--office', id, '--out', '表格')}`);
    console.log(`），再运行 ${toType('check', { content })}。`);
    return 0;
  },
};
