/** The control of the bench: Astro as its own guide builds a site of Markdown pages, nothing of this project in it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, ROOT } from '../command/command.ts';

/** Astro's module of collections. */
const CONTENT = 'astro:content';

const PAGE = `---
import { getCollection, render } from '${CONTENT}';
export async function getStaticPaths() {
  return (await getCollection('notices')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<html lang="zh-CN"><head><meta charset="utf-8"><title>{entry.data.title}</title></head>
<body><h1>{entry.data.title}</h1><time datetime={entry.data.published}>{entry.data.published}</time><Content /></body></html>
`;

const CONFIG = `import { defineCollection } from '${CONTENT}';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = {
  notices: defineCollection({
    loader: glob({ pattern: '**/*.md', base: './notices' }),
    schema: z.object({ title: z.string(), published: z.string() }),
  }),
};
`;

/** Seconds that stock Astro takes, cold, for as many pages as given, each with the text. */
export function stockAstro(pages: number, text: string): number {
  const folder = join(ROOT, '.cache', 'bench-stock');
  rmSync(folder, { recursive: true, force: true });
  const put = (file: string, content: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  put('astro.config.mjs', 'export default {};\n');
  put('package.json', '{ "name": "stock", "type": "module" }\n');
  put('src/content.config.ts', CONFIG);
  put('src/pages/[slug].astro', PAGE);
  for (let at = 0; at < pages; at += 1)
    put(`notices/${at}.md`, `---\ntitle: 第${at}页\npublished: "2026-11-28"\n---\n\n${text}\n`);
  const start = performance.now();
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const result = spawnSync(process.execPath, [astro, 'build', '--root', folder, '--silent'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Failure(`Astro 失败：\n${result.stdout}\n${result.stderr}`);
  const seconds = (performance.now() - start) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return seconds;
}
