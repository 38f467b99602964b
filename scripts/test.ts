import { join } from 'node:path';
import { buildIfNeeded } from '../src/build/build.ts';
import { ensureChromium } from '../src/posters/chromium.ts';
import { Failure, folders, main, ROOT } from '../src/command/command.ts';
import { ensurePrograms, lackOf, offerPrograms } from '../src/command/programs.ts';
import { GATES, runGate } from '../src/command/code-checks.ts';
import { inWords, runBeside, runTests, single, sum, type TestTally } from '../src/command/tally.ts';

const PROJECTS = ['unit', 'site', 'browser'] as const;
type Project = (typeof PROJECTS)[number];

const HELP = `用法：npm test -- [unit|site|browser] [Vitest 的参数]

运行测试：缺什么先装什么（浏览器、nginx、Apache、Caddy、rsync、xmllint、读日历和名片的 Python 库也在内），网站没有生成或内容有变化时先生成。

  unit     类型检查、代码排版、单元测试和分层测试
  site     对生成的每个页面的承诺，在真实的 nginx、Apache、Caddy 上走一遍
  browser  在真实浏览器里的承诺
  不写     以上全部

要几分钟的逐项遍历和整条流程，设了 CI=1 才全部运行；没有设的，略过或者只走第一种情形，略过的算在结果里。

例如：npm test -- unit -t 日期
最后一行是结果，如“120 passed, 0 failed”，失败的在它上面各占一行；有失败、一个测试也没有运行、设了 CI=1 还有略过的，退出码为 1。`;

function chosen(words: readonly string[]): { projects: readonly Project[]; args: readonly string[] } {
  const project = PROJECTS.find((name) => name === words[0]);
  return project ? { projects: [project], args: words.slice(1) } : { projects: PROJECTS, args: words };
}

/** Whether tests look at the built site. */
const needSite = (projects: readonly Project[]) => projects.some((name) => name !== 'unit');

/** The site, and the same content at a sub-path, as a bureau's portal would carry it. */
async function build(): Promise<boolean> {
  const { content, out } = folders({});
  if (!(await buildIfNeeded({ content, out }))) return false;
  const elsewhere = { content, out: join(ROOT, '.cache', 'under-path'), base: '/sfj/sfs/' };
  return (await buildIfNeeded(elsewhere)) !== undefined;
}

/** What others wrote and the tests hold our files against: without it some tests are left out, but for `CI`. */
function offerReaders(): void {
  const lacking = offerPrograms(['xmllint', 'icalendar', 'vobject']);
  if (lacking.length === 0) return;
  const words = lacking.map(lackOf).join('\n');
  if (process.env['CI']) throw new Failure(words);
  console.log(words);
}

/** What the tests need of this machine. */
function equip(projects: readonly Project[]): void {
  if (projects.includes('browser'))
    process.env['CHROMIUM_PATH'] = ensureChromium(
      '运行浏览器测试（其余测试：npm test -- unit，npm test -- site）',
    );
  if (needSite(projects)) ensurePrograms(['nginx', 'apache2', 'caddy', 'rsync', 'xmllint']);
  if (projects.includes('unit')) offerReaders();
}

async function makeSite(projects: readonly Project[]): Promise<void> {
  if (needSite(projects) && !(await build())) throw new Failure('网站没有生成，测试无法继续。');
}

const runGates = async (): Promise<TestTally> =>
  sum(await Promise.all(GATES.map(async (gate) => single(gate.name, await runGate(gate)))));

/** Unit tests first, on all cores; then browsers beside the tests that build sites: either waits a lot. */
async function runAll(args: readonly string[]): Promise<TestTally> {
  const unit = await runTests(['unit'], args);
  return sum([unit, ...(await Promise.all([runBeside('browser', args), runTests(['site'], args)]))]);
}

await main({
  help: HELP,
  options: {},
  passOn: true,
  run: async (_, words) => {
    const { projects, args } = chosen(words);
    const isGated = projects.includes('unit') && args.length === 0;
    // In processes of their own, while programs are installed and the site is built.
    const gated = isGated ? runGates() : sum([]);
    equip(projects);
    const [gates] = await Promise.all([gated, makeSite(projects)]);
    const tests = projects.length > 1 ? await runAll(args) : await runTests(projects, args);
    const total = sum([gates, tests]);
    const ran = tests.passed + tests.failed.length > 0;
    if (!ran) console.log('没有运行任何测试。');
    // Whoever names tests leaves the others out on purpose.
    const isWhole = !process.env['CI'] || args.length > 0 || total.skipped === 0;
    if (!isWhole) console.log('设了 CI=1，一个也不许略过：缺什么装什么，再运行一次。');
    console.log(inWords(total));
    return ran && isWhole && total.failed.length === 0 ? 0 : 1;
  },
});
