import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { makeFolder } from '../../command/folders.ts';
import { county } from '../../schemas/county.ts';
import { divisions } from '../../schemas/divisions.ts';
import { office } from '../../schemas/office.ts';
import { readings } from '../../schemas/readings.ts';
import { redirects } from '../../schemas/redirects.ts';
import { site } from '../../schemas/site.ts';
import { Failure } from '../../command/command.ts';
import { replaceFolder } from '../../build/swap.ts';
import { formatJson } from './format.ts';
import type { ContentFile } from './plan-city.ts';

const SCHEMAS: Readonly<Record<ContentFile['kind'], z.ZodType>> = {
  site,
  readings,
  redirects,
  county,
  divisions,
  office,
};

/** Every way in which the files break their schemas or each other, as lines of text. */
export function faults(files: readonly ContentFile[]): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const { path, kind, value } of files) {
    if (seen.has(path)) found.push(`${path}：两个地方得到同一个文件名`);
    seen.add(path);
    const issues = SCHEMAS[kind].safeParse(value).error?.issues ?? [];
    for (const issue of issues) found.push(`${path}：${issue.path.join('.')} ${issue.message}`);
  }
  return found;
}

/** Refuses a folder that holds something: nothing of anybody's is overwritten. */
export async function refuseFilled(out: string): Promise<void> {
  const entries = existsSync(out) ? await readdir(out).catch(() => undefined) : [];
  if (entries === undefined) throw new Failure(`${out} 不是文件夹。请另选一个 --out。`);
  if (entries.length > 0)
    throw new Failure(`${out} 里已经有内容，不会覆盖。请另选一个 --out，或先把它移走、清空。`);
}

/** Writes the whole content folder: complete and valid, or not at all. */
export async function writeCity(files: readonly ContentFile[], out: string): Promise<void> {
  const wrong = faults(files);
  if (wrong.length > 0)
    throw new Failure(`有 ${wrong.length} 处不合格式，没有写入：\n${wrong.slice(0, 20).join('\n')}`);
  const draft = `${out}.draft-${process.pid}`;
  await replaceFolder(out, draft, async () => {
    for (const { path, value } of files) {
      const file = join(draft, path);
      makeFolder(dirname(file));
      await writeFile(file, formatJson(value));
    }
  });
}
