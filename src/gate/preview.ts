/** The pages that a proposal changes, as they are and as they would be, in a folder that opens from any disk. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Failure, PROGRAM, ROOT } from '../command/command.ts';
import { withWorkspace } from '../command/workspace.ts';
import { filesBelow } from '../build/stamp.ts';
import { listPage, type ChangedPage } from './preview-page.ts';
import { detach, PREVIEW_BASE } from './preview-links.ts';
import type { ContentPlace } from './place.ts';
import type { Side } from './sides.ts';

interface BuildApart {
  readonly place: ContentPlace;
  readonly now: Date;
  /** The path that it is built for. */
  readonly base?: string;
  /** The folder whose history is told, where the content is a copy of it. */
  readonly history?: string;
}

interface PreviewRequest extends BuildApart {
  readonly out: string;
}

/** Builds one side with this program, in a process of its own; its output is told only when it fails. */
export function build(
  side: Pick<Side, 'folder' | 'content'>,
  out: string,
  { place, now, base = PREVIEW_BASE, history }: BuildApart,
): Promise<void> {
  const own = [
    ...(place.rest === undefined ? [] : ['--whereabouts', side.folder]),
    ...(history === undefined ? [] : ['--history', history]),
  ];
  const script = join(PROGRAM, 'scripts', 'build.ts');
  const args = [...process.execArgv, script, '--content', side.content, '--out', out, ...own];
  const epoch = String(Math.floor(now.getTime() / 1000));
  const env = { ...process.env, BASE_PATH: base, SOURCE_DATE_EPOCH: epoch };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Failure(Buffer.concat(said).toString('utf8').trim())),
    );
  });
}

/** The pages of a built site by their path; none where it was not built. */
export function pagesOf(folder: string): Map<string, string> {
  const files = existsSync(folder) ? filesBelow(folder).filter((file) => file.endsWith('.html')) : [];
  return new Map(
    files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  );
}

const titleOf = (html: string | undefined) => /<title>([^<]*)<\/title>/.exec(html ?? '')?.[1] ?? '';

const depth = (path: string) => path.split('/').length;

/** The pages that differ, the most particular first: an office's own page before the lists that name it. */
function changedPages(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ChangedPage[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1))
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({
      path,
      title: titleOf(after.get(path) ?? before.get(path)),
      before: before.has(path),
      after: after.has(path),
    }));
}

/** Copies the changed pages of one side with the pictures and documents that they show. */
function copySide(name: 'before' | 'after', site: string, pages: readonly ChangedPage[], out: string): void {
  const own = pages.filter((page) => page[name]).map(({ path }) => path);
  const included = new Set(own);
  for (const path of own) {
    const html = readFileSync(join(site, path), 'utf8');
    const { page, assets } = detach(html, path, {
      isPage: (target) => included.has(target),
      isAsset: (target) =>
        !target.endsWith('.html') &&
        statSync(join(site, target), { throwIfNoEntry: false })?.isFile() === true,
    });
    const place = join(out, name, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, page);
    for (const asset of assets) cpSync(join(site, asset), join(out, name, asset));
  }
}

/**
 * Writes the preview; where the content has errors, its first page says that there is none. Returns why the pages of
 * content without errors could not be made, if so.
 */
export function makePreview(
  sides: { readonly before: Side; readonly after: Side },
  request: PreviewRequest,
): Promise<string | undefined> {
  const { out } = request;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  return withWorkspace(async (sites) => {
    const [was, is] = [join(sites, 'before'), join(sites, 'after')];
    const canBuild = sides.after.catalogue !== undefined;
    try {
      if (canBuild && sides.before.catalogue) {
        // In one place: what both sides have in common, the second takes over.
        await build(sides.before, is, request);
        cpSync(is, was, { recursive: true });
      }
      if (canBuild) await build(sides.after, is, request);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      writeFileSync(join(out, 'index.html'), listPage(undefined));
      return error.message;
    }
    const pages = changedPages(pagesOf(was), pagesOf(is));
    copySide('before', was, pages, out);
    copySide('after', is, pages, out);
    writeFileSync(join(out, 'index.html'), listPage(canBuild ? pages : undefined));
    return undefined;
  });
}
