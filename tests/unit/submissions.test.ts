import { afterEach, describe, expect, it } from 'vitest';
import { FORGES, type ForgeKind } from '../../src/domain/forges.ts';
import { faultOf } from '../../src/forges/fault.ts';
import { openForge } from '../../src/forges/open.ts';
import { propose } from '../../src/forges/propose.ts';
import { ForgeError, type FileEdit, type Forge as Client } from '../../src/forges/types.ts';
import type { AdminData } from '../../src/views/admin.ts';
import { isStraight, send, type Submission } from '../../src/client/admin/submit.ts';
import { requestTakedown, traceOf } from '../../src/client/admin/takedown-request.ts';
import type { OfficeEdits } from '../../src/client/admin/office-edits.ts';
import { openForgeDouble, type Forge } from '../helpers/forge/forge.ts';
import { LONG } from '../helpers/long.ts';

const KINDS = Object.keys(FORGES) as ForgeKind[];
const ROOTS: Readonly<Record<ForgeKind, string>> = {
  forgejo: '/api/v1',
  gitea: '/api/v1',
  gitlab: '/api/v4',
  github: '/api/v3',
  gitee: '/api/v5',
};
const bytes = (text: string) => new TextEncoder().encode(text);
const [OFFICE, NOTICE] = ['offices/dong/jia/office.json', 'offices/dong/jia/affairs/2026-11-22-a.md'];
const GONE = 'offices/dong/jia/affairs/2026-11-01-b.md';
const WHEREABOUTS = 'offices/dong/jia/whereabouts.json';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

interface Stage {
  readonly forge: Forge;
  readonly client: Client;
  readonly api: string;
}

async function stage(kind: ForgeKind, offices = ['dong/jia']): Promise<Stage> {
  const { forge, port, close } = await openForgeDouble(kind);
  closing.push(close);
  forge.accounts.set('t', { login: 'jia-sfs', offices: ['dong/jia'] });
  const owners = JSON.stringify({ accounts: [{ account: 'jia-sfs', offices }] });
  const commit = (branch: string, files: Readonly<Record<string, string>>) =>
    forge.repository.commit(
      branch,
      undefined,
      '开始',
      Object.entries(files).map(([path, text]) => ({ path, bytes: bytes(text) })),
    );
  commit('main', {
    'content/site.json': '{}',
    'content/owners.json': owners,
    [`content/${OFFICE}`]: '旧',
    [`content/${GONE}`]: '撤',
  });
  commit('quxiang', { [WHEREABOUTS]: '{}' });
  const api = `http://127.0.0.1:${port}${ROOTS[kind]}`;
  return { forge, api, client: await openForge({ forge: kind, api, repo: 'ju/content' }, 't') };
}

/** A changed file, a new one, and one that goes, on their own branch. */
async function proposal(client: Client) {
  const path = `content/${OFFICE}`;
  const edits: FileEdit[] = [
    { path, bytes: bytes('新'), before: await client.read(path, 'main') },
    { path: `content/${NOTICE}`, bytes: bytes('公告') },
    { path: `content/${GONE}`, bytes: undefined, before: await client.read(`content/${GONE}`, 'main') },
  ];
  return { base: 'main', branch: 'tianbao/dong/jia/1', title: '更新', description: '电话', edits };
}

/** Lets the request of a number fail: before it does anything, or so that only its answer is lost. */
function failAt(forge: Forge, number: number, when: 'before' | 'after'): () => boolean {
  let count = 0;
  forge.after = (_, answer) => {
    count += 1;
    return count === number && when === 'after' ? { status: 502, json: { message: 'Bad Gateway' } } : answer;
  };
  const before = forge.before;
  forge.before = () => {
    if (count + 1 !== number || when === 'after') return;
    count += 1;
    throw new Error('down');
  };
  return () => {
    const isOver = count < number;
    [forge.before, forge.after] = [before, (_, answer) => answer];
    return isOver;
  };
}

const others = ({ repository }: Forge) =>
  repository.branches().filter((name) => name !== 'main' && name !== 'quxiang');

describe.each(KINDS)('a submission to %s', (kind) => {
  // On every platform where somebody waits for everything: they share all that is not their own words.
  it.runIf(LONG || kind === 'github').each(['before', 'after'] as const)(
    'that fails at any request, %s it does anything, and is sent again, is there once',
    async (when) => {
      for (let number = 1; ; number += 1) {
        const { forge, client } = await stage(kind);
        const wanted = await proposal(client);
        const restore = failAt(forge, number, when);
        const first = await propose(client, wanted).catch((error: unknown) => error);
        const isOver = restore();
        const begun = others(forge);
        // What failed leaves no branch behind, where the platform can take one away.
        if (first instanceof ForgeError && kind !== 'gitee' && forge.open().length === 0 && when === 'before')
          expect([number, begun]).toEqual([number, []]);
        const second = await propose(client, wanted);
        expect([number, ...forge.pulls.map((pull) => pull.number)]).toEqual([number, second.number]);
        const asked = forge.log.length;
        await propose(client, wanted);
        expect(forge.log.slice(asked).filter((line) => !line.startsWith('GET'))).toEqual([]);
        expect(others(forge)).toEqual([wanted.branch]);
        const written = wanted.edits.map(({ path }) =>
          forge.repository.read(wanted.branch, path)?.bytes.toString(),
        );
        expect(written).toEqual(['新', '公告', undefined]);
        if (isOver) break;
      }
    },
  );

  it('straight into its branch, whose answer is lost, is no failure', async () => {
    const { forge, client } = await stage(kind);
    const edits = [
      { path: WHEREABOUTS, bytes: bytes('新'), before: await client.read(WHEREABOUTS, 'quxiang') },
    ];
    forge.after = (asked, answer) =>
      asked.method === 'GET' || asked.path.endsWith('/refs') ? answer : { status: 502, json: {} };
    await propose(client, { base: 'quxiang', title: '更新', description: '', edits });
    expect(forge.repository.read('quxiang', WHEREABOUTS)?.bytes.toString()).toBe('新');
  });
});

/** An account that may only read. */
async function reader(kind: ForgeKind) {
  const made = await stage(kind);
  made.forge.accounts.set('t', { login: 'jia-sfs', offices: ['dong/jia'], canWrite: false });
  return made;
}

// On Gitee an account's copy is not brought up to date.
describe.each(KINDS.filter((kind) => kind !== 'gitee'))('an old copy of a reader’s on %s', (kind) => {
  it('goes on from what the repository holds now', async () => {
    const { forge, client } = await reader(kind);
    forge.copyFor('jia-sfs');
    const { repository } = forge;
    repository.commit('main', repository.head('main'), '别人', [
      { path: `content/${OFFICE}`, bytes: bytes('别人改过') },
    ]);
    const wanted = await proposal(client);
    await propose(client, wanted);
    const changed = repository.changed('main', forge.pulls[0]?.ref ?? '');
    expect(changed).toEqual(wanted.edits.map(({ path }) => path).toSorted());
  });
});

describe.each(KINDS)('an account that may only read the repository of %s', (kind) => {
  const begin = () => reader(kind);

  it('proposes from a copy of its own, once however often it is sent, and writes nothing in the repository', async () => {
    const { forge, client } = await begin();
    const wanted = await proposal(client);
    const first = await propose(client, wanted);
    expect(await propose(client, wanted)).toEqual(first);
    expect(forge.pulls.map(({ head, base }) => [head, base])).toEqual([[`jia-sfs:${wanted.branch}`, 'main']]);
    expect(others(forge)).toEqual([]);
    expect(forge.forks.get('jia-sfs')?.read(wanted.branch, `content/${OFFICE}`)?.bytes.toString()).toBe('新');
  });

  it('is not taken for somebody else whose copy has a branch of the same name', async () => {
    const { forge, client, api } = await begin();
    const wanted = await proposal(client);
    const first = await propose(client, wanted);
    forge.accounts.set('u', { login: 'yi-sfs', offices: ['dong/yi'], canWrite: false });
    const other = await openForge({ forge: kind, api, repo: 'ju/content' }, 'u');
    const second = await propose(other, wanted);
    expect(second.number).not.toBe(first.number);
    expect(forge.pulls.map(({ head }) => head.split(':')[0])).toEqual(['jia-sfs', 'yi-sfs']);
  });
});

describe('what a platform says', () => {
  it.each([
    [422, 'sha does not match [given: a, expected: b]', 'changed'],
    [422, 'repository file already exists [path: a]', 'changed'],
    [400, 'A file with this name already exists', 'changed'],
    [400, 'You are attempting to update a file that has changed since you started editing it.', 'changed'],
    [409, 'a.json does not match 1a2b', 'changed'],
    [409, 'branch already exists [name: tianbao/a]', 'again'],
    [422, 'Reference already exists', 'again'],
    [422, 'A pull request already exists for ju:tianbao/a.', 'again'],
    [409, 'Another open merge request already exists for this source branch: !7', 'again'],
    [422, 'Expected branch to point to "a" but it did not', 'raced'],
    [422, 'title is too long', 'refused'],
    [409, 'Conflict', 'refused'],
    [502, 'Bad Gateway', 'down'],
    [403, 'token does not have at least one of required scope(s): [write:repository]', 'scope'],
    [403, 'insufficient_scope: The request requires higher privileges', 'scope'],
    [403, 'Resource not accessible by personal access token', 'scope'],
    [403, 'You have exceeded a secondary rate limit', 'busy'],
    [429, 'Too Many Requests', 'busy'],
    [403, 'You are not allowed to push into this branch', 'forbidden'],
    [409, 'SHA does not match HEAD of source branch', 'refused'],
  ] as const)('%i %s: %s', (status, said, fault) => {
    expect(faultOf(status, said).fault).toBe(fault);
  });
});

describe('a request to take personal data down', () => {
  const request = {
    office: 'dong/jia',
    officeName: '甲镇司法所',
    today: '2026-11-22',
    where: '公告《通知》第二段',
    what: '示例丙的身份证号 11010519491231002X',
  };

  it('goes to the bureau alone where the platform has a way, once however often it is sent', async () => {
    const { forge, client } = await stage('gitlab');
    const first = await requestTakedown(client, request);
    expect(await requestTakedown(client, request)).toEqual(first);
    expect(forge.issues).toEqual([
      {
        title: traceOf(first.number),
        description: expect.stringContaining('第二段') as string,
        confidential: true,
      },
    ]);
  });

  it.each(KINDS.filter((kind) => kind !== 'gitlab'))(
    'is a file to hand over on %s, and the platform is told nothing',
    async (kind) => {
      const { forge, client } = await stage(kind);
      const { url, file } = await requestTakedown(client, request);
      expect([url, forge.log]).toEqual([undefined, []]);
      expect(file.text).toContain(request.what);
    },
  );

  it('leaves nothing for others to read but a number', async () => {
    const { number, file } = await requestTakedown({}, request);
    for (const trace of [traceOf(number), file.name])
      expect(trace).not.toMatch(/甲镇|dong|示例丙|通知|1101051949/);
  });
});

describe('whereabouts from the form page', () => {
  const data = (direct?: boolean) =>
    ({
      editor: {
        forge: 'forgejo',
        api: '',
        repo: 'ju/content',
        branch: 'main',
        data: { branch: 'quxiang', ...(direct !== undefined && { direct }) },
      },
    }) as unknown as AdminData;
  const own = { office: 'dong/jia' } as OfficeEdits;
  const words = { title: '甲镇司法所：更新去向', description: '不重复' };
  const submission = async (client: Client): Promise<Submission> => ({
    base: 'quxiang',
    titles: ['去向'],
    isWhereabouts: true,
    edits: [{ path: WHEREABOUTS, bytes: bytes('新'), before: await client.read(WHEREABOUTS, 'quxiang') }],
  });

  it('go straight to their branch unless a bureau has said otherwise, and no request is made', async () => {
    const { forge, client } = await stage('forgejo');
    expect([isStraight(data()), isStraight(data(true)), isStraight(data(false))]).toEqual([
      true,
      true,
      false,
    ]);
    const wanted = await submission(client);
    await send(data(), client, own, wanted, words);
    await send(data(), client, own, wanted, words);
    expect([forge.pulls, others(forge)]).toEqual([[], []]);
    expect(forge.repository.read('quxiang', WHEREABOUTS)?.bytes.toString()).toBe('新');
    expect(forge.log.filter((line) => line.startsWith('POST')).length).toBe(1);
  });

  it.each([
    ['is not registered for the office', ['dong/yi']],
    ['is registered for nothing', []],
  ])('of an account that %s are not written', async (_, offices) => {
    const { forge, client } = await stage('forgejo', offices);
    const sending = send(data(), client, own, await submission(client), words);
    await expect(sending).rejects.toMatchObject({ fault: 'unregistered' });
    expect(forge.log.filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  it('that are to be looked at are never proposed in a repository that everybody can read', async () => {
    const { forge, client } = await stage('forgejo');
    forge.isPublic = true;
    const sending = send(data(false), client, own, await submission(client), words);
    await expect(sending).rejects.toMatchObject({ fault: 'exposed' });
    forge.isPublic = false;
    await send(data(false), client, own, await submission(client), words);
    await send(data(false), client, own, await submission(client), words);
    expect(forge.pulls.map(({ base, head }) => [base, head])).toEqual([
      ['quxiang', expect.stringMatching(/^tianbao\/dong\/jia\/[0-9a-z]{14}$/)],
    ]);
  });

  it('that somebody else has changed meanwhile are not overwritten', async () => {
    const { forge, client } = await stage('forgejo');
    const wanted = await submission(client);
    const { repository } = forge;
    repository.commit('quxiang', repository.head('quxiang'), '别人', [
      { path: WHEREABOUTS, bytes: bytes('别人的') },
    ]);
    await expect(send(data(), client, own, wanted, words)).rejects.toMatchObject({ fault: 'changed' });
    expect(repository.read('quxiang', WHEREABOUTS)?.bytes.toString()).toBe('别人的');
  });

  it('get their turn where another office writes to the branch at the same moment', async () => {
    const { forge, client } = await stage('github');
    const wanted = await submission(client);
    const { repository } = forge;
    let times = 0;
    forge.before = ({ path }) => {
      if (path !== '/graphql' || (times += 1) > 2) return;
      repository.commit('quxiang', repository.head('quxiang'), '别所', [
        { path: 'offices/dong/yi/whereabouts.json', bytes: bytes(String(times)) },
      ]);
    };
    await send(data(), client, own, wanted, words);
    expect(repository.read('quxiang', WHEREABOUTS)?.bytes.toString()).toBe('新');
  });
});
