/** Web servers as programs of this machine: unprivileged, each with a folder and a port of its own. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Program, requireProgram } from '../../src/command/programs.ts';
import { assemble, type ReleaseManifest } from '../../src/release/assemble.ts';
import { contentsOf } from '../../src/release/pack.ts';

export interface Daemon {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

export interface Start {
  readonly program: Program;
  readonly folder: string;
  readonly port: number;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** A port that nobody listens at, and that no connection of this machine begins at: those begin above. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const port = randomInt(20_000, 32_000);
    const server = createServer()
      .once('error', () => resolve(freePort()))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });

/** A folder that a server may read which, started as root, reads as somebody else. */
export function readableFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `open-office-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** What the technician does: unpacks the archive of a built site. */
export function unpack(built: string, folder: string): ReleaseManifest {
  const assembled = assemble(built);
  for (const [name, bytes] of contentsOf(assembled)) {
    const file = join(folder, 'unpacked', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return assembled.manifest;
}

/** Starts a server and waits until somebody answers; its folder goes with it. */
export async function startDaemon({ program, folder, port, args, env }: Start): Promise<Daemon> {
  const log = join(folder, 'error.log');
  const child = spawn(requireProgram(program), args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(origin, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null) {
      const logged = existsSync(log) ? readFileSync(log, 'utf8') : '';
      throw new Error(`${program} ended: ${Buffer.concat(said).toString('utf8')}${logged}`);
    }
    await after(20);
  }
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, stop };
}
