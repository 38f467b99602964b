/** The first thing that whoever takes the repository over reads: for one bureau, by its names. */
import { HOMES, type Home } from './workflows.ts';

interface Example {
  readonly name: string;
  readonly shortName: string;
  readonly slug: string;
}

/** What a repository is of. */
export interface About {
  readonly code: string;
  readonly title: string;
  readonly bureau: string;
  readonly offices: number;
  /** A county and a township of it that manuals may speak of. */
  readonly example: { readonly county: Example; readonly township: Example };
}

const PIPELINES: Readonly<Record<Home, string>> = {
  github:
    '`.github/workflows/gate.yml` 在每一份修改合并之前检查它，`publish.yml` 在合并以后、每天零点和白天每小时发布到 GitHub Pages（带上数据分支的去向），`whereabouts.yml` 每天清理去向。在仓库设置里把 Pages 的来源选为 GitHub Actions，把 gate 设为必需的检查。',
  forgejo:
    '`.forgejo/workflows/gate.yml` 在每一份修改合并之前检查它，`publish.yml` 在合并以后和每天零点发布到 `/srv/open-office`，`whereabouts.yml` 在去向一改就发布、每天清理（数据分支里也放一份）。给仓库配一个能写 `/srv/open-office` 的运行器，把 gate 设为必需的检查。',
  gitea:
    '`.gitea/workflows/gate.yml` 在每一份修改合并之前检查它，`publish.yml` 在合并以后和每天零点发布到 `/srv/open-office`，`whereabouts.yml` 在去向一改就发布、每天清理（数据分支里也放一份）。给仓库配一个能写 `/srv/open-office` 的运行器，把 gate 设为必需的检查；文件里上传、下载附件的两处改成 Gitea 的版本（见注释）。',
  gitlab:
    '`gate/gate.yml` 管合并前的检查、合并后发布到 GitLab Pages、每天清理去向。把它放进一个只有维护人员能推送的项目，再在设置里指过去（文件开头写着怎么做）；另加一条流水线计划，白天每小时一次。放在本仓库里的 `.gitlab-ci.yml` 不起作用，也不要放。',
  gitee:
    'Gitee 没有能用主分支的流水线检查修改的办法。在司法局自己的机器上：合并之前照 `node_modules/open-office/docs/gate.md` 的“Gitee 和别的平台”取来修改，运行 `npm run gate -- --repository <裸仓库> --base <主分支> --head <修改> --account <账号>`；合并以后、每天零点（计划任务）运行 `npm run publish -- --to <文件夹>`。',
  none: '仓库放到哪个代码平台还没有定。定下以后，在这里运行 `npx --no-install open-office init <区划代码> ../liushuixian --forge <平台>`，把那里的流水线文件拷过来。',
};

/** The repository's README. */
export const readmeOf = ({ code, title, bureau, offices, example }: About, home: Home): string => `# ${title}

${bureau}的司法所公开网站：${offices}个司法所。区划代码 ${code}。这里只有内容，程序是 \`package.json\` 里写明的 \`open-office\`。

## 第一次

从建起来到不用了，一步一步照着做的手册是 \`node_modules/open-office/docs/README.md\`。装好 [Node.js](https://nodejs.org/)（自带 npm）和 git，在这个文件夹里运行：

\`\`\`sh
npm install
npm start
\`\`\`

打开它说的网址，先看“还缺什么”那一页：缺哪些、按什么次序补、用哪个命令或改哪个文件。那一页只在本机有，不会发布。

## 内容在哪里

| 要改的 | 在哪里 |
| --- | --- |
| 网站名称、主办单位、网址 | \`content/site.json\` |
| 县级司法局的电话、地址 | \`content/counties/\` |
| 一个司法所的全部内容 | \`content/offices/<县>/<所>/\`，例如 \`${example.county.slug}/${example.township.slug}\` |
| 本地同全国办事指南不同的地方 | \`content/services/\`，用 \`npm run adapt\` 新建 |
| 本地的依据文件（方案、办法） | \`content/laws/\`，\`bearsOn\` 写明同哪些文本有关；在 \`site.json\` 的 \`seed\` 里写名称和文号 |

办事指南、工作职能、工作规则、法律、放假安排、示例随程序来，程序更新就跟着更新；\`content/\` 里有同名文件的，以这里的为准。字段和写法见 \`content/README.md\`。

## 常用的命令

\`\`\`sh
npm run check                               # 检查内容，几秒
npm run sheets:export -- --out 表格         # 写出每个县的填报表格，发下去填
npm run sheets:import -- 表格/*.xlsx --write # 读入填好的，自己的名单也认得
npm run accounts -- 账号表.csv              # 登记谁可以改什么
npm run upkeep                              # 到期和将到期的内容
npm run pack                                # 打成压缩包，交给管服务器的人
\`\`\`

## 代码平台和流水线：${HOMES[home]}

${PIPELINES[home]}

流水线只安装 \`package-lock.json\` 里写明、带校验值的程序，从不运行修改带来的东西。

## 换程序的版本

把新版的压缩包放进 \`vendor/\`，运行 \`npm install ./vendor/<文件>\`，再 \`npm run check\`、\`npm start\` 看一遍，提交。不要用 \`npx\` 运行没有装过的 \`open-office\`：公共仓库里叫这个名字的不一定是它。
`;
