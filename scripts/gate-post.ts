import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, main, UsageError } from '../src/command/command.ts';
import { GATE_FORGES, mergeProposal, postReport, type GateForge, type Proposal } from '../src/gate/forge.ts';

interface Values {
  readonly forge?: string | undefined;
  readonly api?: string | undefined;
  readonly repository?: string | undefined;
  readonly number?: string | undefined;
}

const isForge = (name: string | undefined): name is GateForge =>
  name !== undefined && Object.hasOwn(GATE_FORGES, name);

function proposalOf({ forge, api, repository, number }: Values): Proposal {
  const token = process.env['GATE_TOKEN'];
  if (!isForge(forge))
    throw new UsageError(`--forge 应为 ${Object.keys(GATE_FORGES).join('、')} 之一：${forge}`);
  if (!api || !/^https?:\/\//.test(api)) throw new UsageError('要写接口地址 --api');
  if (!repository || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repository))
    throw new UsageError('要写仓库 --repository 所有者/仓库');
  if (!number || !/^\d+$/.test(number)) throw new UsageError('要写请求的编号 --number');
  if (!token) throw new UsageError('要在环境变量 GATE_TOKEN 里给令牌');
  return { forge, api: api.replace(/\/+$/, ''), repository, number, token };
}

function read(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    throw new Failure(`${folder} 里没有 ${name}：检查没有做完`);
  }
}

await main({
  help: `用法：GATE_TOKEN=<令牌> node scripts/gate-post.ts --forge <平台> --api <地址> --repository <所有者/仓库>
                     --number <编号> --from <文件夹> [--merge]

把 npm run gate --out 写下的报告贴到合并请求下面，以前贴的换成新的。加 --merge：结论是可以自动合并的，
就压缩合并刚才检查的那个提交。不装任何依赖，不读修改里的任何文件。

  --forge <平台>      github、gitlab、forgejo、gitea 之一
  --api <地址>        接口地址，例如 https://git.example.gov.cn/api/v1
  --repository <名>   所有者/仓库
  --number <编号>     合并请求的编号
  --from <文件夹>     npm run gate --out 的文件夹
  --merge             可以自动合并的就合并
  --help              显示本说明

退出码：0 贴好了，1 没有贴成、没有合并成，2 用法不对。`,
  options: {
    forge: { type: 'string' },
    api: { type: 'string' },
    repository: { type: 'string' },
    number: { type: 'string' },
    from: { type: 'string' },
    merge: { type: 'boolean' },
  },
  run: async (values) => {
    const { from, merge } = values;
    if (!from) throw new UsageError('要写报告在哪里 --from');
    const proposal = proposalOf(values);
    await postReport(proposal, read(from, 'report.md'));
    console.log('报告已贴好。');
    const verdict = read(from, 'verdict').trim();
    if (!merge || verdict !== 'merge') return 0;
    const { head } = JSON.parse(read(from, 'report.json')) as { head: string };
    await mergeProposal(proposal, head);
    console.log('已自动合并。');
    return 0;
  },
});
