import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, INSTALLED, main, UsageError } from '../src/command/command.ts';
import { flags, oneOf, texts } from '../src/command/options.ts';
import { ForgeError } from '../src/forges/types.ts';
import {
  closeProposal,
  GATE_FORGES,
  postReport,
  type GateForge,
  type ProposalAtForge,
} from '../src/gate/forge.ts';

interface Values {
  readonly forge?: string | undefined;
  readonly api?: string | undefined;
  readonly repository?: string | undefined;
  readonly number?: string | undefined;
}

const FORGES = Object.keys(GATE_FORGES) as GateForge[];

function proposalOf({ forge, api, repository, number }: Values): ProposalAtForge {
  const token = process.env['GATE_TOKEN'];
  const known = oneOf('forge', FORGES, forge);
  if (!api || !/^https?:\/\//.test(api)) throw new UsageError('要写接口地址 --api');
  if (!repository || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repository))
    throw new UsageError('要写仓库 --repository 所有者/仓库');
  if (!number || !/^\d+$/.test(number)) throw new UsageError('要写请求的编号 --number');
  if (!token) throw new UsageError('要在环境变量 GATE_TOKEN 里给令牌');
  return { forge: known, api: api.replace(/\/+$/, ''), repository, number, token };
}

function read(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    throw new Failure(`${folder} 里没有 ${name}：检查没有做完`);
  }
}

/** What the forge refuses is told in its words, without a stack. */
const told = (act: Promise<void>): Promise<void> =>
  act.catch((error: unknown) => {
    throw error instanceof ForgeError ? new Failure(`代码平台没有接受：${error.message}`) : error;
  });

const COMMAND = INSTALLED ? 'npx --no-install open-office gate-post' : 'node scripts/gate-post.ts';

await main({
  help: `用法：GATE_TOKEN=<令牌> ${COMMAND} --forge <平台> --api <地址> --repository <所有者/仓库>
                     --number <编号> --from <文件夹> | --close

把 npm run gate --out 写下的报告贴到合并请求下面，以前贴的换成新的。--close：去向已经逐条写进数据分支的，
关掉这个请求（不合并，数据分支不留历史）。不装任何依赖，不读修改里的任何文件。

  --forge <平台>      github、gitlab、forgejo、gitea、gitee 之一
  --api <地址>        接口地址，例如 https://git.example.gov.cn/api/v1
  --repository <名>   所有者/仓库
  --number <编号>     合并请求的编号
  --from <文件夹>     npm run gate --out 的文件夹
  --close             关掉请求
  --help              显示本说明

退出码：0 贴好了，1 没有贴成、没有关成，2 用法不对。`,
  options: {
    ...texts('forge', 'api', 'repository', 'number', 'from'),
    ...flags('close'),
  },
  run: async (values) => {
    const { from, close } = values;
    const proposal = proposalOf(values);
    if (close) {
      await told(closeProposal(proposal));
      console.log('请求已关掉：去向已经写进数据分支。');
      return 0;
    }
    if (!from) throw new UsageError('要写报告在哪里 --from');
    await told(postReport(proposal, read(from, 'report.md')));
    console.log('报告已贴好。');
    return 0;
  },
});
