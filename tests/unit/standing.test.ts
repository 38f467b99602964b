import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/client/admin/account/standing.ts';

const open = { state: 'open', ended: undefined, author: 'jia' } as const;
const merged = { ...open, state: 'merged', ended: '2026-12-01T02:00:00Z' } as const;
const known = {
  verdict: undefined,
  remarks: [],
  builtFor: undefined,
  reviewer: '东县司法局',
  forge: 'gitea',
} as const;
const report =
  '## ✗ 不能合并\n\n### 内容检查\n\n- ✗ 甲镇司法所的人员，第 3 行：电话：少了区号 → 前面加 0833\\-\n- ! 请看一眼';

describe('where a submission stands', () => {
  it('is told with what stands in the way, in the words of the report, and what a reviewer said', () => {
    const remarks = [
      { author: 'jia', text: '请审' },
      { author: 'ju', text: '等明天' },
    ];
    expect(standingOf(open, { ...known, verdict: { passed: false, report }, remarks })).toEqual({
      state: '要修改',
      words: '检查没有通过。照下面的改好再提交，还是这一份。',
      reasons: ['甲镇司法所的人员，第 3 行：电话：少了区号 → 前面加 0833\\-', 'ju：等明天'],
    });
    expect(standingOf(open, known)).toMatchObject({ state: '检查中', reasons: [] });
    expect(standingOf(open, { ...known, verdict: { passed: true, report: '' } }).words).toBe(
      '检查通过，等东县司法局审核。',
    );
  });

  it('is never for ever being checked: who checks is told, and what to do', () => {
    expect(standingOf(open, known).words).toContain('等了半天还是这样的，请告诉东县司法局');
    const onGitee = { ...known, forge: 'gitee' } as const;
    expect(standingOf(open, onGitee)).toMatchObject({ state: '等待检查' });
    expect(standingOf(open, onGitee).words).toContain('东县司法局检查以后，结果写在这份请求下面');
    expect(standingOf({ ...open, isAccepted: true }, onGitee)).toMatchObject({
      state: '等待审核',
      words: '平台上已经审查通过，等东县司法局合并。',
    });
    expect(standingOf(open, { ...onGitee, verdict: { passed: true, report: '' } })).toMatchObject({
      state: '等待审核',
    });
  });

  it('is published only once the site was made after the merge', () => {
    const before = { ...known, builtFor: '2026-12-01T01:59:59Z' };
    expect(standingOf(merged, before)).toMatchObject({ state: '已通过' });
    expect(standingOf(merged, known)).toMatchObject({ state: '已通过' });
    const after = { ...known, builtFor: '2026-12-01T18:00:00Z' };
    expect(standingOf(merged, after)).toMatchObject({
      state: '已公开',
      words: '2026年12月1日通过，网站2026年12月2日更新，已经能看到。',
    });
    expect(standingOf({ ...merged, state: 'closed' }, after)).toMatchObject({ state: '没有采用' });
  });
});
