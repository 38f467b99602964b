import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { DIST } from '../helpers/dist.ts';
import { started } from '../helpers/started.ts';

const GUIDE = 'services/legal-aid/index.html';
const folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
const site = join(folder, 'site');
let result: { readonly code: number | null; readonly out: string };

beforeAll(() => {
  cpSync(DIST, site, { recursive: true });
  const guide = readFileSync(join(site, GUIDE), 'utf8');
  writeFileSync(join(site, GUIDE), guide.replace(/(<h1[^>]*>)[^<]*/, '$1原来的标题'));
  rmSync(join(site, 'laws/legal-aid-law'), { recursive: true });
  cpSync(join(site, 'laws/prison-law'), join(site, 'laws/old-law'), { recursive: true });
  const { status, stdout } = spawnSync(process.execPath, started('upgrade', '--site', site), {
    cwd: ROOT,
    encoding: 'utf8',
  });
  result = { code: status, out: stdout };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run upgrade', () => {
  it('tells page by page what readers will see otherwise, and nothing else', () => {
    expect(result.out).toContain('变了的 1 页，新的 1 页，不见了的 1 页');
    expect(result.out).toMatch(/\/services\/legal-aid\/\n {4}- 原来的标题\n {4}\+ /);
    expect(result.out).toMatch(/新的网址（1）：\n {2}\/laws\/legal-aid-law\//);
  });

  it('ends with 1 where an address is gone', () => {
    expect(result.out).toMatch(/不见了的网址（1）：\n {2}\/laws\/old-law\//);
    expect(result.code).toBe(1);
  });
});
