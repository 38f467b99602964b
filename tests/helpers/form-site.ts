/** A small site with a form page, built by the build command itself, and the content that its forge keeps. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';
import type { ForgeKind } from '../../src/domain/forges.ts';
import type { EditorSettings } from '../../src/schemas/editor.ts';
import { contentFiles, fields, writeFiles, type Content, type Overrides } from './content.ts';

export const APIS: Readonly<Record<ForgeKind, string>> = {
  forgejo: 'http://forge.test/api/v1',
  gitea: 'http://forge.test/api/v1',
  gitlab: 'http://forge.test/api/v4',
  github: 'http://forge.test/api/v3',
  gitee: 'http://forge.test/api/v5',
};

export const EDITOR: EditorSettings = {
  forge: 'forgejo',
  api: APIS.forgejo,
  repo: 'ju/content',
  branch: 'main',
  data: { branch: 'quxiang' },
  clientId: 'form',
};

const WHEREABOUTS = 'offices/dong/jia/whereabouts.json';

/** The content on main: the usual small city with an editor; whereabouts have a branch of their own. */
export const formContent = (overrides: Overrides = {}): Map<string, Content> =>
  contentFiles({
    'site.json': fields({ editor: EDITOR }),
    'owners.json': OWNERS,
    [WHEREABOUTS]: null,
    ...overrides,
  });

const OWNERS = {
  accounts: [
    { account: 'jia', offices: ['dong/jia'] },
    { account: 'yi', offices: ['dong/yi'] },
    { account: 'ju', counties: ['dong'] },
    { account: 'shi', city: true },
    { account: 'weihu', maintainer: true },
  ],
};

/** What stands on the branch of whereabouts. */
export const formWhereabouts = (): Map<string, Content> =>
  new Map([[WHEREABOUTS, contentFiles().get(WHEREABOUTS) ?? '']]);

/** All that a site is made of. */
const SOURCES = ['src', 'national', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json'];

/** Tells whether a site would come out the same. */
function stampOf(files: ReadonlyMap<string, Content>): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const at = join(ROOT, source);
    const found = statSync(at).isFile()
      ? [at]
      : readdirSync(at, { recursive: true }).map((one) => join(at, String(one)));
    for (const file of found.toSorted())
      if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
  }
  for (const [path, body] of files)
    hash.update(path).update(body instanceof Uint8Array ? body : JSON.stringify(body));
  return hash.digest('hex');
}

/** The site in a folder of its own, which is returned; built unless it stands there as it would be. */
export function buildFormSite(name: string, files = formContent()): string {
  const content = join(ROOT, '.cache', `${name}-content`);
  const out = join(ROOT, '.cache', name);
  const [stamp, stamped] = [stampOf(files), `${out}.stamp`];
  if (existsSync(out) && existsSync(stamped) && readFileSync(stamped, 'utf8') === stamp) return out;
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, files);
  const args = [join(ROOT, 'scripts', 'build.ts'), '--content', content, '--out', out];
  // The tests' own settings must not reach the command: it is run as from a fresh prompt.
  const foreign = /^(?:NODE_ENV|VITEST.*|TEST|MODE|DEV|PROD|SSR|BASE_URL|SITE_URL|BASE_PATH|OPEN_OFFICE_.*)$/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  execFileSync(process.execPath, args, { env: { ...env, SOURCE_DATE_EPOCH: '1795312800' }, stdio: 'pipe' });
  writeFileSync(stamped, stamp);
  return out;
}
