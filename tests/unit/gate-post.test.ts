import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMENT_MARK } from '../../src/forges/request-addresses.ts';
import { closeProposal, postReport, type GateForge } from '../../src/gate/forge.ts';

/** A forge that writes down what it is asked and answers with the comments it was given. */
let server: Server;
let asked: string[] = [];
let comments: object[] = [];
let status = 200;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(
        [request.method, request.url, Buffer.concat(chunks).toString('utf8')].filter(Boolean).join(' '),
      );
      const isUser = request.url?.endsWith('/user');
      const answer = isUser
        ? { login: 'gate-bot', username: 'gate-bot' }
        : request.method === 'GET'
          ? comments
          : {};
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked = [];
  comments = [];
  status = 200;
});

const REPORT = `${COMMENT_MARK}\n## 好`;
const proposal = (forge: GateForge) => ({
  forge,
  api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  repository: 'ju/wangzhan',
  number: '7',
  token: 't',
});
const writes = () => asked.filter((one) => !one.startsWith('GET'));

describe('posting the report of the gate', () => {
  it.each([
    ['github', 'POST /repos/ju/wangzhan/issues/7/comments'],
    ['forgejo', 'POST /repos/ju/wangzhan/issues/7/comments'],
    ['gitlab', 'POST /projects/ju%2Fwangzhan/merge_requests/7/notes'],
  ] as const)('%s: a first report is a new comment', async (forge, request) => {
    await postReport(proposal(forge), REPORT);
    expect(writes()).toEqual([`${request} ${JSON.stringify({ body: REPORT })}`]);
  });

  it.each([
    ['github', { user: { login: 'github-actions[bot]' } }, 'PATCH /repos/ju/wangzhan/issues/comments/5'],
    ['gitea', { user: { login: 'gate-bot' } }, 'PATCH /repos/ju/wangzhan/issues/comments/5'],
    ['gitlab', { author: { username: 'gate-bot' } }, 'PUT /projects/ju%2Fwangzhan/merge_requests/7/notes/5'],
  ] as const)('%s: a later one takes its place', async (forge, by, request) => {
    comments = [
      { id: 4, body: '好', ...by },
      { id: 5, body: `${COMMENT_MARK}\n旧`, ...by },
    ];
    await postReport(proposal(forge), REPORT);
    expect(writes()).toEqual([expect.stringContaining(request)]);
  });

  it('gitee: takes the token among the fields', async () => {
    await postReport(proposal('gitee'), REPORT);
    const body = { access_token: 't', body: REPORT };
    expect(writes()).toEqual([`POST /repos/ju/wangzhan/pulls/7/comments ${JSON.stringify(body)}`]);
  });

  it('a comment of somebody else that looks like a report is not taken for one', async () => {
    comments = [{ id: 5, body: `${COMMENT_MARK}\n## ✓`, user: { login: 'moshengren' } }];
    await postReport(proposal('github'), REPORT);
    expect(writes()).toEqual([expect.stringMatching(/^POST /)]);
  });

  it('says what the forge answered when it refuses, and never the token', async () => {
    status = 403;
    await expect(postReport(proposal('github'), REPORT)).rejects.toThrow('这个账号没有权限');
  });
});

describe('closing what was written entry by entry', () => {
  it.each([
    ['github', 'PATCH /repos/ju/wangzhan/pulls/7 {"state":"closed"}'],
    ['gitea', 'PATCH /repos/ju/wangzhan/pulls/7 {"state":"closed"}'],
    ['gitlab', 'PUT /projects/ju%2Fwangzhan/merge_requests/7 {"state_event":"close"}'],
  ] as const)('%s: the request is closed and never merged', async (forge, request) => {
    await closeProposal(proposal(forge));
    expect(writes()).toEqual([request]);
  });
});
