import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { applyCommand } from '../../src/apply/apply-command.ts';
import { reorganiseCommand } from '../../src/apply/reorganise-command.ts';
import { importCommand } from '../../src/apply/sheets/import-command.ts';
import { bytesNamed } from '../../src/command/options.ts';
import { regionCommand } from '../../src/region/region-command.ts';
import { signCommand } from '../../src/release/log/sign-command.ts';
import { upgradeCommand } from '../../src/release/upgrade-command.ts';
import { makeCity } from '../../src/scaffold/city/make-city.ts';
import { newNoticeCommand } from '../../src/scaffold/new/notice-command.ts';
import { accountsCommand } from '../../src/scaffold/project/accounts-command.ts';
import { verifyCommand } from '../../src/verify/verify-command.ts';
import { runCommand } from '../helpers/command.ts';
import { contentFiles, writeFiles } from '../helpers/content.ts';

const folder = mkdtempSync(join(tmpdir(), 'named-'));
afterAll(() => rmSync(folder, { recursive: true }));
const content = join(folder, 'content');
writeFiles(content, contentFiles());
const MISSING = join(folder, 'nowhere');

const renaming = { name: '某镇', codes: MISSING, content };

describe('what is named behind a command and is not there', () => {
  it.each([
    ['apply', () => runCommand(applyCommand, { content }, MISSING)],
    ['sheets:import', () => runCommand(importCommand, { content }, MISSING)],
    ['reorganise', () => runCommand(reorganiseCommand, renaming, 'rename-township', 'dong/jia')],
    ['new:notice', () => runCommand(newNoticeCommand, { title: '某事', body: MISSING, content }, 'dong/jia')],
    ['accounts', () => runCommand(accountsCommand, { content }, MISSING)],
    ['sign', () => runCommand(signCommand, { log: folder, key: MISSING })],
    ['verify', () => runCommand(verifyCommand, { page: ['/'], file: MISSING }, folder)],
    [
      'init',
      () =>
        runCommand(
          { run: () => makeCity({ code: '5101', points: MISSING }, () => undefined).then(() => 0) },
          {},
        ),
    ],
  ])('a file: %s says that there is none, as a wrong use', async (_, run) => {
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining(`没有这个文件：${MISSING}`) });
  });

  it.each([
    ['upgrade', () => runCommand(upgradeCommand, { site: MISSING, content })],
    ['region', () => runCommand(regionCommand, {}, MISSING)],
  ])('a folder: %s says that there is none, as a wrong use', async (_, run) => {
    expect(await run()).toMatchObject({
      code: 2,
      err: expect.stringContaining(`没有这个文件夹：${MISSING}`),
    });
  });

  it('is told apart from what is there and cannot be read', () => {
    mkdirSync(join(folder, 'a.csv'));
    expect(() => bytesNamed(join(folder, 'a.csv'))).toThrow(/^读不了这个文件：.*a\.csv$/);
  });
});
