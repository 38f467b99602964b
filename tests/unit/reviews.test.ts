import { afterEach, describe, expect, it, vi } from 'vitest';
import { FORGES, type ForgeKind } from '../../src/domain/forges.ts';
import { COMMENT_MARK } from '../../src/forges/request-addresses.ts';
import { openReviews, type Reviews } from '../../src/forges/reviews.ts';
import { mergeInTurn, rivalsAmong } from '../../src/forges/sitting.ts';
import { verdictIn } from '../../src/forges/verdict.ts';
import { listRequests, mergeRequests } from '../../src/gate/review-command.ts';
import { contentFiles } from '../helpers/content.ts';
import { openForgeDouble, type Forge } from '../helpers/forge/forge.ts';
import { APIS } from '../helpers/form-site.ts';

const KINDS = Object.keys(FORGES) as ForgeKind[];
const OFFICE = 'content/offices/dong/jia/office.json';
const bytes = (text: string) => new TextEncoder().encode(text);

const closing: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllGlobals();
  closing.splice(0).forEach((close) => close());
});

const textOf = (content: unknown) =>
  content instanceof Uint8Array
    ? content
    : bytes(typeof content === 'string' ? content : JSON.stringify(content));

async function stage(kind: ForgeKind): Promise<{ forge: Forge; reviews: Reviews }> {
  const { forge, port, close } = await openForgeDouble(kind);
  closing.push(close);
  forge.accounts.set('t', { login: 'dong-sfj', offices: ['dong/jia'] });
  const files = [...contentFiles()].map(([path, body]) => ({ path: `content/${path}`, bytes: textOf(body) }));
  forge.repository.commit('main', undefined, '开始', files);
  const api = APIS[kind].replace('http://forge.test', `http://127.0.0.1:${port}`);
  return { forge, reviews: openReviews({ forge: kind, api, repo: 'ju/content' }, 't') };
}

/** A request that changes a number; `gate` says what the gate posts. */
function propose(forge: Forge, name: string, from: string, to: string): string {
  const { repository } = forge;
  const head = `tianbao/dong/jia/${name}`;
  const text = repository.read('main', OFFICE)?.bytes.toString() ?? '';
  const sha = repository.commit(head, repository.head('main'), '改', [
    { path: OFFICE, bytes: bytes(text.replace(from, to)) },
  ]);
  forge.propose({
    title: '甲镇司法所：更新',
    body: '',
    head,
    base: 'main',
    author: { login: 'jia', offices: ['dong/jia'] },
  });
  return sha;
}

const report = (mark: '✓' | '✗', sha: string) =>
  `${COMMENT_MARK}\n## ${mark} 检查\n\n<sub>提交 ${sha.slice(0, 10)}</sub>`;

describe('what the gate has said', () => {
  const [HEAD, OTHER] = ['a1b2c3d4e5f6', 'b1c2d3e4f5a6'];
  const said = (body: string, head: string) =>
    verdictIn([{ body, user: { login: 'jiancha' } }], { author: 'jia', head });

  it('counts for the commit that it names, not for one that the request quotes', () => {
    const body = report('✓', HEAD).replace('\n\n<sub>', `\n\n> 编号 ${OTHER.slice(0, 10)}\n\n<sub>`);
    expect(said(body, HEAD)?.passed).toBe(true);
    expect(said(body, OTHER)).toBeUndefined();
    expect(said(body, '')).toBeUndefined();
  });
});

describe.each(KINDS)('the open requests on %s', (kind) => {
  it('are told with whose they are, and what the gate said of the commit as it is now', async () => {
    const { forge, reviews } = await stage(kind);
    const first = propose(forge, '1', '0833-2123456', '0833-2111111');
    const second = propose(forge, '2', '0833-2123456', '13900000000');
    propose(forge, '3', '0833-2123456', '0833-2333333');
    const [one, two, three] = forge.pulls;
    // Of two runs on the same commit the later counts.
    one?.comments.push(
      { author: 'jiancha', body: report('✗', first) },
      { author: 'jiancha', body: report('✓', first) },
    );
    // Anybody can write what looks like the gate's comment, the author of the request first.
    two?.comments.push(
      { author: 'jiancha', body: report('✗', second) },
      { author: 'jia', body: report('✓', second) },
    );
    three?.comments.push({ author: 'jiancha', body: report('✓', first) });
    const list = await reviews.list('main');
    expect(list.map(({ number, author, branch }) => [number, author, branch])).toEqual(
      [1, 2, 3].map((number) => [number, 'jia', `tianbao/dong/jia/${number}`]),
    );
    expect(list[0]).toMatchObject({
      title: '甲镇司法所：更新',
      head: first,
      base: 'main',
      opened: '2026-11-20T01:00:00Z',
    });
    const verdicts = await Promise.all(list.map((request) => reviews.verdict(request)));
    expect(verdicts.map((verdict) => verdict?.passed)).toEqual([true, false, undefined]);
  });

  it('are merged as they were looked at, with who reviewed them; never where the platform refuses', async () => {
    const { forge, reviews } = await stage(kind);
    propose(forge, '1', '0833-2123456', '0833-2111111');
    propose(forge, '2', '0833-2123456', '13900000000');
    const [good, bad] = await reviews.list('main');
    if (!good || !bad) throw new Error('not listed');
    await reviews.merge(good, { secrecy: '示例甲 2026-11-22', release: '示例乙 2026-11-22' });
    expect(forge.pulls.map(({ merged }) => merged)).toEqual([true, false]);
    expect(forge.pulls[0]?.message).toBe('保密审查：示例甲 2026-11-22\n发布审核：示例乙 2026-11-22');
    expect(forge.repository.read('main', OFFICE)?.bytes.toString()).toContain('0833-2111111');
    await expect(reviews.merge(bad, {})).rejects.toThrow('检查没有通过');
    expect(forge.pulls[1]?.merged).toBe(false);
  });

  it('are not merged where somebody has added to them since they were looked at', async () => {
    const { forge, reviews } = await stage(kind);
    propose(forge, '1', '0833-2123456', '0833-2111111');
    const [seen] = await reviews.list('main');
    if (!seen) throw new Error('not listed');
    const { repository } = forge;
    repository.commit(seen.branch, repository.head(seen.branch), '又改', [
      { path: 'content/x', bytes: bytes('x') },
    ]);
    await expect(reviews.merge(seen, {})).rejects.toThrow('提交以后又改过');
    expect(forge.pulls[0]?.merged).toBe(false);
  });

  it('count as merged where they are, though the answer to the merge got lost', async () => {
    const { forge, reviews } = await stage(kind);
    propose(forge, '1', '0833-2123456', '0833-2111111');
    const [seen] = await reviews.list('main');
    if (!seen) throw new Error('no request');
    const real = globalThis.fetch;
    const losing = (isMerged: boolean) =>
      vi.stubGlobal('fetch', async (...asked: Parameters<typeof fetch>) => {
        const isMerge = String(asked[0]).split('?')[0]?.endsWith('/merge');
        if (!isMerge || isMerged) await real(...asked);
        if (isMerge) throw new TypeError('fetch failed');
        return real(...asked);
      });
    losing(false);
    await expect(reviews.merge(seen, {})).rejects.toMatchObject({ fault: 'down' });
    losing(true);
    await reviews.merge(seen, {});
    expect(forge.pulls[0]?.merged).toBe(true);
  });
});

describe('several requests in one sitting', () => {
  const sitting = async () => {
    const made = await stage('gitea');
    const { forge } = made;
    const shas = ['0833-2111111', '13900000000', '0833-2333333'].map((number, at) =>
      propose(forge, String(at + 1), '0833-2123456', number),
    );
    const marks = ['✓', '✗'] as const;
    marks.forEach((mark, at) =>
      forge.pulls[at]?.comments.push({
        author: 'jiancha',
        body: `${report(mark, shas[at] ?? '')}\n- ✗ 甲镇司法所，第 3 行：是手机号`,
      }),
    );
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    return { forge, said, question: { reviews: made.reviews, base: 'main', today: '2026-11-22', say } };
  };

  it('are not merged with another of the same sitting that changes the same, nor where they were added to', async () => {
    const { forge, question } = await sitting();
    const { repository, pulls } = forge;
    const rival = '- ! 甲镇司法所：第 1 号修改也改了“电话”：合并了一份，另一份要从最新的内容重新核对';
    const sha = repository.head(pulls[2]?.head ?? '') ?? '';
    pulls[2]?.comments.push({ author: 'jiancha', body: `${report('✓', sha)}\n${rival}` });
    propose(forge, '4', '0833-2123456', '0833-2444444');
    const shown = [1, 3, 4].map((number) => ({
      number,
      head: repository.head(`tianbao/dong/jia/${number}`) ?? '',
    }));
    const last = pulls[3]?.head ?? '';
    repository.commit(last, repository.head(last), '又改', [{ path: 'content/x', bytes: bytes('x') }]);
    const outcomes: object[] = [];
    for await (const one of mergeInTurn(question.reviews, 'main', shown, {})) outcomes.push(one);
    expect(outcomes).toEqual([
      { number: 1 },
      { number: 3, why: '和刚合并的第 1 号改了同一处，请重新看一遍再合并' },
      { number: 4, why: '提交以后又改过，请重新看一遍再合并。' },
    ]);
    expect(pulls.map(({ merged }) => merged)).toEqual([true, false, false, false]);
  });

  it('are not merged on a verdict that another account has posted since', async () => {
    const { forge, question } = await sitting();
    const head = forge.repository.head(forge.pulls[0]?.head ?? '') ?? '';
    forge.pulls[0]?.comments.push({ author: 'pengyou', body: report('✓', head) });
    const outcomes: object[] = [];
    for await (const one of mergeInTurn(question.reviews, 'main', [{ number: 1, head, by: 'jiancha' }], {}))
      outcomes.push(one);
    expect(outcomes).toEqual([{ number: 1, why: '检查结果换成了账号 pengyou 贴的，请重新看一遍再合并' }]);
  });

  it('are rivals whichever of them was checked first', () => {
    const judged = (number: number, others: readonly number[]) => ({
      number,
      verdict: {
        passed: true,
        report: others.map((one) => `- ! 甲：第 ${one} 号修改也改了“电话”`).join('\n'),
      },
    });
    const rivals = rivalsAmong([judged(1, []), judged(2, [1, 9]), judged(3, [])]);
    expect([...rivals]).toEqual([
      [1, [2]],
      [2, [1]],
      [3, []],
    ]);
  });

  it('are told with who waits since when, and why the gate refused one', async () => {
    const { said, question } = await sitting();
    await listRequests(question);
    expect(said[0]).toMatch(
      /^第 1 号 {2}✓ 可以合并（账号 jiancha 贴的结果） {2}甲镇司法所：更新（jia，等了 2 天）/,
    );
    expect(said[1]).toMatch(/✗ 不能合并[\s\S]*✗ 甲镇司法所，第 3 行：是手机号/);
    expect(said[2]).toContain('还没有检查结果');
    expect(said[3]).toBe('共 3 份没有合并。');
  });

  it('are merged where the gate has passed them; the others stay, each with the reason', async () => {
    const { forge, said, question } = await sitting();
    expect(await mergeRequests(question, [1, 2, 3, 9], { release: '示例乙' })).toBe(3);
    expect(forge.pulls.map(({ merged }) => merged)).toEqual([true, false, false]);
    expect(forge.pulls[0]?.message).toBe('发布审核：示例乙');
    expect(said).toEqual([
      '第 1 号  ✓ 已合并',
      '第 2 号  ✗ 没有合并：检查没有通过：甲镇司法所，第 3 行：是手机号',
      expect.stringContaining('检查还没有做完'),
      expect.stringContaining('没有这一号'),
    ]);
  });
});
