import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { asTyped, folders, main, ROOT, toType } from '../src/command/command.ts';
import { flags, oneOf, texts } from '../src/command/options.ts';
import { loadChecked } from '../src/command/content.ts';
import { CODEOWNERS_FORGES, codeowners, type CodeownersForge } from '../src/gate/codeowners.ts';
import { ownersIn } from '../src/gate/ownership.ts';
import { put } from '../src/gate/working-copy.ts';

const FORGES = Object.keys(CODEOWNERS_FORGES) as CodeownersForge[];

const textAt = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

await main({
  help: `用法：npm run codeowners -- [--forge github|gitlab|gitea] [--content <文件夹>] [--check]

按 content/owners.json 写出代码平台的 CODEOWNERS：谁来审核哪些文件。司法所的文件由它的县审核，没有登记县的由市、
维护人员审核。没有登记维护人员的，不写这个文件（有旧的就删掉）。

  --forge <平台>      github（默认，写到 .github/CODEOWNERS）、gitlab（.gitlab/）、gitea（.gitea/，写法不同）
  --content <文件夹>  内容，默认 content/
  --check             不写，只看现有的是不是最新
  --help              显示本说明

退出码：0 写好了或是最新的，1 内容有错误或不是最新的，2 用法不对。`,
  options: { ...texts('forge', 'content'), ...flags('check') },
  run: async (values) => {
    const [forge, { content }] = [oneOf('forge', FORGES, values.forge ?? 'github'), folders(values)];
    const catalogue = loadChecked({ content })?.catalogue;
    if (!catalogue) return 1;
    const prefix = relative(ROOT, content).split(sep).join('/');
    const counties = catalogue.counties.map(({ slug }) => slug).sort();
    const owners = ownersIn(content) ?? [];
    const text = codeowners({ forge, owners, counties, prefix: prefix.startsWith('..') ? '' : prefix });
    const file = join(ROOT, CODEOWNERS_FORGES[forge].file);
    if (values.check) {
      const options = values.forge === undefined ? [] : ['--forge', forge];
      const again = toType('codeowners', { content }, ...options);
      const isFresh = textAt(file) === text;
      console.log(isFresh ? 'CODEOWNERS 是最新的。' : `CODEOWNERS 不是最新的：请运行 ${again}。`);
      return isFresh ? 0 : 1;
    }
    put(file, text);
    console.log(text === undefined ? '没有登记维护人员，没有写 CODEOWNERS。' : `写好了 ${asTyped(file)}`);
    return 0;
  },
});
