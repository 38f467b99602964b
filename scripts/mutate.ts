import { filesNamed, knownEquivalents, lastReport, mutate, USUAL } from '../src/bench/mutation.ts';
import { percentOf, scoresOf } from '../src/bench/mutation-score.ts';
import { main } from '../src/command/command.ts';
import { flags, texts, wholeNumber } from '../src/command/options.ts';

const HELP = `用法：npm run mutate -- [文件夹、文件…] [--concurrency <数>] [--last]

变异测试：把程序一处一处改错，看测试发现不发现。按文件夹报告发现的比例，列出没有发现的；不到85%即为不合格。
默认测 src/domain 和检查的规则（src/catalogue/rules）。做到哪里记到哪里，中断了再运行会接着做，没有变的不重做。
每处只用直接看着它的单元测试去试；程序或测试一装入就算好的（例如表、正则表达式）不测。
改了也一样的，写在 tests/mutation/equivalent.json 里，说明为什么。

  文件夹、文件…         例如 src/domain/disclosure、src/domain/hours.ts、'src/domain/d*.ts'
  --concurrency <数>    同时测几处，默认 1
  --last                不测，只看上次的结果
  --help                显示本说明`;

/** Below this, the command fails. */
const LEAST = 85;

await main({
  help: HELP,
  options: { ...texts('concurrency'), ...flags('last') },
  words: 100,
  run: (values, names) => {
    const concurrency = wholeNumber('concurrency', values.concurrency, { usual: 1, most: 64 });
    const files = filesNamed(names.length > 0 ? names : USUAL);
    if (!values.last) mutate(files, concurrency);
    const report = lastReport(files);
    const scores = scoresOf(report, knownEquivalents());
    const survivors = scores.flatMap((one) => one.survivors);
    for (const { file, line, code, becomes } of survivors)
      console.log(`${file}:${line}  ${code.replace(/\s+/g, ' ')}  →  ${becomes.replace(/\s+/g, ' ')}`);
    const width = Math.max(...scores.map(({ folder }) => folder.length));
    for (const one of scores)
      console.log(
        `${one.folder.padEnd(width)}  ${percentOf(one).toFixed(1).padStart(5)}%  测${one.mutants}处，没有发现${one.survivors.length}处，改了也一样${one.equivalent}处`,
      );
    const killed = scores.reduce((sum, one) => sum + one.killed, 0);
    const all = percentOf({ killed, survivors });
    console.log(
      `合计 ${all.toFixed(1)}%，至少要${LEAST}%（${files.length}个文件中测过${Object.keys(report.files).length}个）`,
    );
    return Promise.resolve(all < LEAST ? 1 : 0);
  },
});
