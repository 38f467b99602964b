import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Upkeep } from '../../src/domain/disclosure/upkeep.ts';
import { COMMENT_MARK } from '../../src/forges/request-addresses.ts';
import { formatDigest, type JudgedRequest } from '../../src/reports/digest.ts';
import { contentFiles, fields, writeFiles } from '../helpers/content.ts';
import { EDITOR } from '../helpers/form-site.ts';
import { openForgeDouble } from '../helpers/forge/forge.ts';
import { started } from '../helpers/started.ts';

const office = (name: string, county: string): Upkeep['offices'][number] => ({
  id: name,
  name,
  county,
  stale: [
    {
      item: { id: 'a', title: '联系方式' },
      evidence: { state: 'stale', reason: 'verification', since: '2026-10-01', note: '', link: '#' },
    },
  ],
  soon: [],
  missing: 0,
});

const upkeep: Upkeep = {
  asOf: '2026-11-22T02:00:00Z',
  today: '2026-11-22',
  until: '2026-12-06',
  offices: [office('甲镇司法所', '东县')],
  counts: { stale: 1, soon: 0, missing: 0 },
};

const counties = [
  { slug: 'dong', name: '东县', offices: ['甲镇司法所'] },
  { slug: 'xi', name: '西县', offices: ['丙镇司法所'] },
  { slug: 'nan', name: '南县', offices: [] },
];

const request = (
  number: number,
  title: string,
  branch: string,
  verdict: JudgedRequest['verdict'],
): JudgedRequest => ({
  number,
  title,
  branch,
  verdict,
  url: `https://git.example/${number}`,
  author: 'jia',
  head: 'abc',
  base: 'main',
  opened: '2026-11-19T01:00:00Z',
});

describe('the week of each county', () => {
  const told = formatDigest({
    upkeep,
    counties,
    requests: [
      request(7, '甲镇司法所：更新电话', 'tianbao/dong/jia/1', { passed: true, report: '## ✓' }),
      request(8, '丙镇司法所：更新人员', 'x', {
        passed: false,
        report: '## ✗\n\n- ✗ 丙镇司法所的人员，第 3 行：是手机号\n- ! 提醒',
      }),
      request(9, '@weihu [x](http://a)', 'y', undefined),
    ],
  });
  const partOf = (name: string) => told.split(/^## /m).find((part) => part.startsWith(name)) ?? '';

  it('says by county what is stale, what waits and since when, what was refused and why', () => {
    expect(partOf('东县')).toMatch(
      /待审核（1）\n\n- \[第 7 号\]\(\S+\/7\) 甲镇司法所：更新电话（等了 3 天）/,
    );
    expect(partOf('东县')).toMatch(/过期、快到期（1 个所）\n\n- 甲镇司法所：联系方式\S+（自2026-10-01）/);
    expect(partOf('西县')).toContain('检查没有通过，等提交的人改（1）');
    expect(partOf('西县')).toContain('  - 丙镇司法所的人员，第 3 行：是手机号');
    expect(partOf('西县')).not.toContain('提醒');
    expect(told).toMatch(/没有要做的：南县。$/);
    expect(told.replace(/\(https:[^)]*\)/g, '')).not.toMatch(/\b(?:dong|xi|nan|jia|tianbao)\b/);
  });

  it('knows a county by the office in the title, keeps the rest apart, and lets no title call anybody', () => {
    expect(partOf('全市和其他')).toContain('＠weihu \\[x\\](http://a)');
  });

  it('says so where the platform was not asked', () => {
    expect(formatDigest({ upkeep, counties, requests: undefined })).toContain('待审核的没有列');
  });
});

describe('npm run upkeep -- --digest', () => {
  it('asks the platform that the content names, and opens an issue with what it says', async () => {
    const { forge, port, close } = await openForgeDouble('gitlab');
    const folder = mkdtempSync(join(tmpdir(), 'digest-'));
    try {
      forge.accounts.set('t', { login: 'jiancha', offices: [] });
      const files = [...contentFiles()].map(([path, body]) => ({
        path: `content/${path}`,
        bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
      }));
      const sha = forge.repository.commit('main', undefined, '开始', files);
      forge.repository.branch('tianbao/dong/jia/1', sha);
      const author = { login: 'jia', offices: ['dong/jia'] };
      const pull = forge.propose({
        title: '甲镇司法所：更新',
        body: '',
        head: 'tianbao/dong/jia/1',
        base: 'main',
        author,
      });
      pull.comments.push({
        author: 'jiancha',
        body: `${COMMENT_MARK}\n## ✓ 通过\n\n<sub>提交 ${sha.slice(0, 10)}，按 2026-11-22 检查。</sub>`,
      });
      const editor = { ...EDITOR, forge: 'gitlab', api: `http://127.0.0.1:${port}/api/v4` };
      writeFiles(folder, contentFiles({ 'site.json': fields({ editor }) }));
      const run = (...more: string[]) =>
        promisify(execFile)(process.execPath, started('upkeep', '--content', folder, '--digest', ...more), {
          env: { ...process.env, GATE_TOKEN: 't', SOURCE_DATE_EPOCH: '1795312800' },
        });
      expect((await run()).stdout).toMatch(/## 东县[\s\S]*待审核（1）[\s\S]*第 1 号/);
      await run('--post');
      expect(forge.issues).toMatchObject([{ title: '每周情况（2026-11-22）', confidential: true }]);
      expect(forge.issues[0]?.['description']).toContain('待审核（1）');
    } finally {
      close();
      rmSync(folder, { recursive: true });
    }
  });
});
