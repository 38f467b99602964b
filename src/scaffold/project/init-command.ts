import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { makeFolder } from '../../command/folders.ts';
import { asTyped, Failure, UsageError, type Command } from '../../command/command.ts';
import { bytesNamed, flags, texts } from '../../command/options.ts';
import { codeOf, makeCity } from '../city/make-city.ts';
import { filesOf, type CityPlan } from '../city/plan-city.ts';
import { report } from '../city/report.ts';
import { writeCity } from '../city/write-city.ts';
import type { Site } from '../../schemas/site.ts';
import { catalogueIn, unitsOf, writeAccounts } from './accounts-command.ts';
import { emptyTable } from './accounts.ts';
import { projectFiles } from './files.ts';
import { programFor } from './program.ts';
import { initRegion } from './init-region.ts';
import type { About } from './readme.ts';
import { complete, homeOf, placeOf, refuseFolder, writeFiles } from './repository.ts';
import { HOMES } from './workflows.ts';

const HELP = `用法：open-office init <区划代码> [文件夹] [选项]

建一个城市（或一个县）自己的网站仓库：内容骨架、设置、流水线、说明、第一次提交，装好程序，npm start 就能看。
办事指南、职能、法律等全国文本随程序来；没有核实的一律待公开。

  <区划代码>           地级 4 位（5101、4419），县级 6 位（510121：县司法局自己的网站）
  [文件夹]             建在哪里，默认当前文件夹；里面不能有内容
  --region <代码>      建一个地区的网站仓库，不写区划代码：省 2 位（51），全国 00，或者一省之内几个市、县的
                       代码，用逗号隔开（5101,5111）；只用得着 --from、--forge、--url、--publisher、--title
  --from <文件或地址>  程序：压缩包（.tgz）、https 的 .tgz 网址、git+https://…#<提交号>；
                       默认就是现在装着的这一个
  --forge <平台>       ${Object.keys(HOMES).join('、')}；默认 none
  --url <网址>         网站将来的网址，例如 https://www.example.gov.cn/sfs/
  --publisher <名称>   主办单位，默认按通行全称
  --title <名称>       网站名称
  --accounts <表格>    账号表（CSV：单位、账号、负责），写进 content/owners.json；没有就先写一张空的
  --readings <文件>    人工核定的读音；--points <文件> 人工选定的坐标，写法见 new-city --help
  --yes                不提问，没有写的用默认
  --help               显示本说明

退出码：0 建好了，1 没有建成，或者建好了、账号没有登记，2 用法不对。`;

const OPTIONS = {
  ...texts('region', 'from', 'forge', 'url', 'publisher', 'title', 'accounts', 'readings', 'points'),
  ...flags('yes'),
} as const;

interface Answers {
  readonly forge?: string | undefined;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  readonly title?: string | undefined;
}

/** Asks for what was not written on the command line; an empty answer takes the default. */
async function ask(given: Answers, site: Site): Promise<Answers> {
  const { stdin: input, stdout: output } = process;
  const questions = createInterface({ input, output });
  const say = async (known: string | undefined, question: string, usual = '') =>
    known ?? ((await questions.question(`${question}${usual && `（${usual}）`}：`)).trim() || undefined);
  try {
    return {
      title: await say(given.title, '网站名称', site.title),
      publisher: await say(given.publisher, '主办单位', site.publisher.name),
      url: await say(given.url, '将来的网址，不知道就按回车'),
      forge: await say(given.forge, `代码平台：${Object.keys(HOMES).join('、')}`, 'none'),
    };
  } finally {
    questions.close();
  }
}

/** The record of the site with what was answered. */
function answered(site: Site, { title, publisher, url }: Answers): Site {
  return {
    ...site,
    ...(title !== undefined && { title }),
    publisher: { ...site.publisher, ...(publisher !== undefined && { name: publisher }) },
    ...placeOf(url),
  };
}

function aboutOf(plan: CityPlan, site: Site): About {
  const county = plan.city.counties[0];
  const township = county?.townships[0];
  const named = (slugs: ReadonlyMap<string, string>, one = { code: '', name: '' }) => ({
    name: one.name,
    shortName: one.name.replace(/(?<=..)(?:街道|[县区市镇乡])$/, ''),
    slug: slugs.get(one.code) ?? '',
  });
  return {
    code: plan.city.code,
    title: site.title,
    bureau: site.publisher.name,
    offices: plan.city.counties.reduce((sum, one) => sum + one.townships.length, 0),
    example: { county: named(plan.counties, county), township: named(plan.townships, township) },
  };
}

/**
 * Registers the accounts of a table, or writes one to be filled in. What is wrong with the table, which stops nothing:
 * the repository is made, and the accounts follow by a command of their own.
 */
function registerAccounts(
  table: string | undefined,
  folder: string,
  content: string,
  bureau: string,
): string | undefined {
  try {
    if (table !== undefined) {
      console.log(`登记了 ${writeAccounts(table, content)}`);
      return undefined;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  }
  writeFiles(folder, new Map([['账号表.csv', emptyTable(unitsOf(catalogueIn(content)), bureau)]]));
  return undefined;
}

export const initCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 2,
  options: OPTIONS,
  run: async (values, [word, place = '.']) => {
    if (values.region !== undefined) {
      if (place !== '.') throw new UsageError(`多余的参数：${place}`);
      return initRegion(values.region, word ?? '.', values);
    }
    const code = codeOf(word);
    const folder = resolve(place);
    refuseFolder(folder);
    homeOf(values.forge);
    if (values.accounts !== undefined) bytesNamed(values.accounts);
    const plan = await makeCity({ ...values, code }, console.log);
    const drafts = filesOf(plan);
    const first = drafts.find(({ kind }) => kind === 'site')?.value as Site;
    const answers = values.yes || !process.stdin.isTTY ? values : await ask(values, first);
    const [site, home] = [answered(first, answers), homeOf(answers.forge)];
    makeFolder(folder);
    const content = join(folder, 'content');
    await writeCity(
      drafts.map((one) => (one.kind === 'site' ? { ...one, value: site } : one)),
      content,
    );
    const program = programFor(values.from, folder);
    writeFiles(folder, projectFiles({ about: aboutOf(plan, site), program, home }));
    const wrong = registerAccounts(values.accounts, folder, content, site.publisher.name);
    complete(folder, `${site.title}：内容骨架`);
    console.log(`\n${report(plan)}\n\n建好了：${folder}。下一步：`);
    console.log(`${place === '.' ? '' : `  cd ${asTyped(folder)}\n`}  npm start`);
    if (wrong === undefined) return 0;
    console.error(`\n账号没有登记：${wrong}\n改好以后：npm run accounts -- <账号表.csv>`);
    return 1;
  },
};
