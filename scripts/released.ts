import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asTyped, Failure, folders, main, ROOT, UsageError } from '../src/command/command.ts';
import { flags, texts } from '../src/command/options.ts';
import { addressesIn, addressesOf, vanished } from '../src/release/released.ts';
import { buildInstant, CALLER } from '../src/build/settings.ts';
import { dateInShanghai } from '../src/domain/dates.ts';
import { markRelease } from '../src/release/history/marks.ts';
import type { Withdrawn } from '../src/schemas/withdrawn.ts';
import { readRelease } from '../src/release/about.ts';

const LIST = join(ROOT, 'tests/fixtures/released-urls.txt');

const HEAD = `# Addresses of the last release: none may vanish without a redirect (content/redirects.json).
# Written by \`npm run released\`; do not edit by hand.
`;

/** What is on the list and not in the site any more, though nobody took it down. */
const goneFrom = (addresses: readonly string[], withdrawn: Withdrawn): string[] =>
  vanished(addressesOf(readFileSync(LIST, 'utf8')), addresses, withdrawn);

/** Marks what is checked out in git, for the history that pages tell. */
function mark(content: string): number {
  const { name, fresh } = markRelease(content, dateInShanghai(buildInstant(CALLER)));
  console.log(
    fresh
      ? `记下了这次发布：${name}。请推上去：git push origin ${name}`
      : `内容和 ${name} 一样，没有另外记。`,
  );
  return 0;
}

await main({
  help: `用法：npm run released -- [--out <文件夹>]
      npm run released -- --mark [--content <文件夹>]

发布之后运行：把网站现有的网址记进 tests/fixtures/released-urls.txt。以后任何一个网址不见了又没有跳转，
测试就不通过。名单上的网址现在就不见了的，不记，并列出它们。

--mark 在 git 里给现在的内容做一个记号（标签 release/<日期>）：各所的“改过什么”和 data/changes/ 凭它知道
哪天发布了什么。内容没有变，就不另外记；有没提交的修改，不能记。

  --out <文件夹>      已生成的网站，默认 dist/
  --mark              只做记号
  --content <文件夹>  内容，默认 content/
  --help              显示本说明`,
  options: { ...texts('out', 'content'), ...flags('mark') },
  run: async (values) => {
    const { out, content } = folders(values);
    if (values.mark) return mark(content);
    if (!existsSync(LIST)) throw new UsageError('网址的名单只有程序自己的仓库里有；这里请加 --mark');
    const { withdrawn } = readRelease(out);
    const addresses = addressesIn(out);
    const gone = goneFrom(addresses, withdrawn);
    if (gone.length > 0)
      throw new Failure(
        `这些网址不见了，请先在 content/redirects.json 里写上它们的去处：\n${gone.map((one) => `  ${one}`).join('\n')}`,
      );
    writeFileSync(LIST, `${HEAD}${addresses.join('\n')}\n`);
    console.log(`记下 ${addresses.length} 个网址 → ${asTyped(LIST)}`);
    return 0;
  },
});
