/** How a build begins: its content is read and checked, and Astro compiles meanwhile where nothing is compiled yet. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure, ROOT } from '../command/command.ts';
import type { ContentFolders } from '../command/folders.ts';
import { compileApart, type Compiling } from './compile.ts';
import { type OpenBuild, readBuild } from './open.ts';
import { hasKept } from './renderer/place.ts';
import { CALLER } from './settings.ts';
import { readRecord } from './stamp.ts';

/** A file that every built site has. */
export const NOT_FOUND = '404.html';

export interface BuildRequest extends ContentFolders {
  /** Absolute path of the folder to make. */
  readonly out: string;
  /** The site's path, instead of the one in the environment or the content. */
  readonly base?: string;
}

const inside = (folder: string, path: string) => !relative(folder, path).startsWith('..');

/** Refuses to replace a folder that is not a built site: a slip in `--out` must not cost anyone their files. */
function guard({ content, out }: BuildRequest): void {
  const own = inside(out, ROOT) || inside(out, content) || inside(content, out);
  const foreign = existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, NOT_FOUND));
  if (own || foreign)
    throw new Failure(`${out} 不是本程序生成的网站，不能覆盖。请用 --out 指定另一个文件夹。`);
}

const environmentOf = ({ base }: BuildRequest): NodeJS.ProcessEnv =>
  base ? { ...CALLER, BASE_PATH: base } : CALLER;

/** Where a site is made, before it goes to its place. */
export const WORKSHOP = join(ROOT, '.cache', `building-${process.pid}`);

/** Has Astro make the site there, or only compile the program. */
export const compile = (request: BuildRequest, compileOnly: boolean): Compiling =>
  compileApart({ folder: WORKSHOP, content: request, env: environmentOf(request), compileOnly });

/** Content that was checked, with the settings of its build; and Astro, where it compiles already. */
export interface Begun {
  readonly opened: OpenBuild;
  readonly ahead?: Compiling | undefined;
}

/**
 * Reads and checks the content of a request; undefined when it has errors, which were told. Where nothing is compiled
 * yet of the program, Astro does so meanwhile.
 */
export async function begin(request: BuildRequest): Promise<Begun | undefined> {
  guard(request);
  const ahead = hasKept(ROOT) || readRecord(request.out) ? undefined : compile(request, true);
  // Whether it failed is asked when it is needed.
  ahead?.done.catch(() => undefined);
  let opened: OpenBuild | undefined;
  try {
    opened = readBuild(ROOT, request, environmentOf(request), console.log);
    return opened && { opened, ahead };
  } finally {
    if (!opened && ahead) {
      ahead.stop();
      await ahead.done.catch(() => undefined);
      rmSync(WORKSHOP, { recursive: true, force: true });
    }
  }
}
