import { spawn } from 'node:child_process';
import fs, { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdLock } from '../../src/build/lock.ts';

describe('two builds into one folder', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lock-'));
    mkdirSync(join(root, '.cache'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const lock = () => join(root, '.cache', 'build-1.lock');

  it('run one after the other, and the second says what it waits for', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    writeFileSync(lock(), String(other.pid));
    const said: string[] = [];
    const release = await holdLock(
      root,
      (text) => {
        said.push(text);
        other.kill();
      },
      'build-1',
    );
    expect(said).toEqual(['另一次生成正在进行，等它结束……']);
    expect(other.killed).toBe(true);
    release();
    expect(existsSync(lock())).toBe(false);
  });

  it('do not wait for one that was stopped before its end, nor for one into another folder', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.once('exit', resolve));
    writeFileSync(lock(), String(dead.pid));
    writeFileSync(join(root, '.cache', 'build-2.lock'), '1');
    const silent = () => expect.unreachable('nobody has to wait');
    (await holdLock(root, silent, 'build-1'))();
    expect(existsSync(lock())).toBe(false);
  });

  it('run one after the other on a disk without links too, such as a memory stick', async () => {
    const { linkSync } = fs;
    let refused = 0;
    fs.linkSync = () => {
      refused += 1;
      throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
    };
    syncBuiltinESMExports();
    try {
      const silent = () => expect.unreachable('nobody has to wait');
      const release = await holdLock(root, silent, 'build-1');
      expect([refused, readFileSync(lock(), 'utf8')]).toEqual([1, String(process.pid)]);
      release();
      expect(existsSync(lock())).toBe(false);
    } finally {
      fs.linkSync = linkSync;
      syncBuiltinESMExports();
    }
  });
});
