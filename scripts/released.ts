import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asTyped, Failure, folders, main, ROOT } from '../src/command/command.ts';
import { addressesIn, addressesOf, vanished } from '../src/release/released.ts';
import type { Withdrawn } from '../src/schemas/withdrawn.ts';
import { readRelease } from '../src/release/about.ts';

const LIST = join(ROOT, 'tests/fixtures/released-urls.txt');

const HEAD = `# Addresses of the last release: none may vanish without a redirect (content/redirects.json).
# Written by \`npm run released\`; do not edit by hand.
`;

/** What is on the list and not in the site any more, though nobody took it down. */
const goneFrom = (addresses: readonly string[], withdrawn: Withdrawn): string[] =>
  existsSync(LIST) ? vanished(addressesOf(readFileSync(LIST, 'utf8')), addresses, withdrawn) : [];

await main({
  help: `用法：npm run released -- [--out <文件夹>]

发布之后运行：把网站现有的网址记进 tests/fixtures/released-urls.txt。以后任何一个网址不见了又没有跳转，
测试就不通过。名单上的网址现在就不见了的，不记，并列出它们。

  --out <文件夹>  已生成的网站，默认 dist/
  --help          显示本说明`,
  options: { out: { type: 'string' } },
  run: async (values) => {
    const { out } = folders(values);
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
