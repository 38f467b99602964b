import { knownEquivalents, lastReport, mutate, USUAL } from '../src/bench/mutation.ts';
import { percentOf, scoresOf } from '../src/bench/mutation-score.ts';
import { main } from '../src/command/command.ts';
import { flags, texts, wholeNumber } from '../src/command/options.ts';

const HELP = `用法：npm run mutate -- [文件…] [--concurrency <数>] [--quick] [--last]

变异测试：把程序一处一处改错，看测试发现不发现。只重测上次以后变了的地方，按文件夹报告发现的比例，列出没有发现的。
默认测 src/domain 和检查的规则（src/catalogue/rules）；第一次要几小时，可以一次只测几个文件。
改了也一样的，写在 tests/mutation/equivalent.json 里，说明为什么。

  文件…                 例如 src/domain/hours.ts、'src/domain/privacy/*.ts'
  --concurrency <数>    同时测几处，默认 1
  --quick               不测程序一装入就算好的（表、正则表达式），快得多
  --last                不测，只看上次的结果
  --help                显示本说明`;

/** Below this, the command fails. */
const LEAST = 85;

await main({
  help: HELP,
  options: { ...texts('concurrency'), ...flags('quick', 'last') },
  words: 100,
  run: (values, files) => {
    const concurrency = wholeNumber('concurrency', values.concurrency, { usual: 1, most: 64 });
    if (!values.last) mutate(files.length > 0 ? files : USUAL, concurrency, values.quick === true);
    const scores = scoresOf(lastReport(), knownEquivalents());
    const survivors = scores.flatMap((one) => one.survivors);
    for (const { file, line, code, becomes } of survivors)
      console.log(`${file}:${line}  ${code.replace(/\s+/g, ' ')}  →  ${becomes.replace(/\s+/g, ' ')}`);
    for (const one of scores)
      console.log(
        `${one.folder}：${percentOf(one).toFixed(1)}%（${one.mutants}处，没有发现${one.survivors.length}处，改了也一样${one.equivalent}处）`,
      );
    const killed = scores.reduce((sum, one) => sum + one.killed, 0);
    const all = percentOf({ killed, survivors });
    console.log(`合计：${all.toFixed(1)}%，至少要${LEAST}%`);
    return Promise.resolve(all < LEAST ? 1 : 0);
  },
});
