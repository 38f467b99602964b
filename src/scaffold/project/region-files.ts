/** What stands around `region.json` in a region's own repository. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../command/command.ts';
import type { Region } from '../../schemas/region.ts';
import { IGNORED, NPMRC } from './files.ts';
import { HOMES, type Home } from './workflows.ts';

const packageJson = ({ code, title }: Region, program: string) =>
  `${JSON.stringify(
    {
      name: `sfs-region-${code}`,
      version: '1.0.0',
      private: true,
      description: title,
      type: 'module',
      scripts: {
        start: 'open-office region --open',
        build: 'open-office region',
        region: 'open-office region',
        serve: 'open-office serve',
      },
      dependencies: { 'open-office': program },
      allowScripts: { esbuild: false, fsevents: false },
    },
    null,
    2,
  )}\n`;

/** Where each forge runs which of the examples; Gitee runs none for free. */
const PIPELINES: Readonly<Record<Home, readonly [from: string, to: string] | undefined>> = {
  github: ['region.github-pages.yml', '.github/workflows/region.yml'],
  forgejo: ['region.forgejo.yml', '.forgejo/workflows/region.yml'],
  gitea: ['region.forgejo.yml', '.gitea/workflows/region.yml'],
  gitlab: ['region.gitlab-ci.yml', '.gitlab-ci.yml'],
  gitee: undefined,
  none: undefined,
};

const pipelineOf = (home: Home): readonly (readonly [string, string])[] => {
  const [from, to] = PIPELINES[home] ?? [];
  return from && to ? [[to, readFileSync(join(PROGRAM, 'docs/examples', from), 'utf8')]] : [];
};

const readme = ({ title, name, cities, publisher }: Region, home: Home): string => `# ${title}

${publisher.name}的网站：把${name}${cities.length}个市的司法所网站合在一起查。这里没有内容，只有一张市的名单；内容在各市自己的网站上，程序是 \`package.json\` 里写明的 \`open-office\`。

## 第一次

装好 [Node.js](https://nodejs.org/)（自带 npm）和 git，在这个文件夹里运行：

\`\`\`sh
npm install
npm start
\`\`\`

打开它说的网址。刚建好时，每个市都写着“没有取到”：名单里还没有网址。

## 名单

\`region.json\` 的 \`cities\`，一行一个市：

| 写什么 | 意思 |
| --- | --- |
| \`code\`、\`name\` | 区划代码、名称；清单里的代码要同它一样 |
| \`address\` | 这个市的网站，以 / 结尾；读者点了就去那里 |
| \`folder\` | 网站或内容仓库在这台机器上的哪里（从本文件夹算起）；写了就读它，不上网取 |
| \`internal\` | 网址在内部网络里的，写 \`true\`，否则不读 |

每个市的网站都有一份清单 \`manifest.json\`（程序 0.2.0 起）。本站核对它的校验和、各文件的摘要、各项合计和时刻，对得上才用；取不到、对不上、\`lateDays\` 天（不写是 3 天）没有更新的，写明是哪个市，显示上一次核对无误的数据，不影响别的市。比上一次还旧的清单不收。

## 每天做什么

\`\`\`sh
npm run build                       # 取各市的清单，生成 dist/
npm run build -- --build --jobs 4   # 先生成 folder 里的内容仓库，没有变的不再生成
\`\`\`

没有取到或不可信的市会列出来，退出码是 1，网站照样生成在 \`dist/\`；把它整个放到网站服务器上。

## 代码平台和流水线：${HOMES[home]}

${PIPELINES[home] ? `\`${PIPELINES[home][1]}\` 每天和每次修改以后取清单、生成、发布；要在流水线里生成的市分成四份同时做，没有变的用缓存。` : '没有流水线文件：在自己的机器上用计划任务每天运行 `npm run build`。'}
`;

/** Every file of the repository beside its list, by path. */
export const regionFiles = (region: Region, program: string, home: Home): Map<string, string> =>
  new Map([
    ['package.json', packageJson(region, program)],
    ['.gitignore', IGNORED.join('\n')],
    ['.npmrc', NPMRC.join('\n')],
    ['README.md', readme(region, home)],
    ...pipelineOf(home),
  ]);
