import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main, ROOT } from '../src/command/command.ts';
import { flags } from '../src/command/options.ts';
import { editorFiles } from '../src/scaffold/editor/json-schemas.ts';
import { writeAll } from '../src/build/write-all.ts';

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Schemas of kinds of files that are no more. */
function leftOver(files: ReadonlyMap<string, string>): string[] {
  const folder = join(ROOT, 'schemas');
  const there = existsSync(folder) ? readdirSync(folder) : [];
  return there.map((name) => `schemas/${name}`).filter((path) => !files.has(path));
}

await main({
  help: `用法：npm run schemas [-- --check]

把内容文件的格式写成 schemas/*.schema.json，并在 .vscode/settings.json 里按路径对应。
用 VS Code 打开本项目，编辑 content/ 里的 JSON 时就有字段名称、示例、下拉和提示。

  --check   只看是否过期，不写
  --help    显示本说明

退出码：0 完成，1 已过期（--check），2 用法不对。`,
  options: flags('check'),
  run: async ({ check }) => {
    const files = editorFiles();
    const stale = [...files].filter(([path, text]) => textOf(join(ROOT, path)) !== text);
    const gone = leftOver(files);
    if (check) {
      for (const path of [...stale.map(([path]) => path), ...gone]) console.error(`  已过期：${path}`);
      return stale.length + gone.length > 0 ? 1 : 0;
    }
    writeAll(stale.map(([path, after]) => ({ path: join(ROOT, path), after })));
    for (const path of gone) rmSync(join(ROOT, path));
    console.log(`${files.size} 个文件，改了 ${stale.length + gone.length} 个。`);
    return 0;
  },
});
