import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schema as SDL } from '@octokit/graphql-schema';
import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { openFollowing } from '../../src/forges/followed.ts';
import { openForge } from '../../src/forges/open.ts';
import { propose } from '../../src/forges/propose.ts';
import { openReviews } from '../../src/forges/reviews.ts';
import { COMMENT_MARK } from '../../src/forges/request-addresses.ts';
import { closeProposal, postReport } from '../../src/gate/forge.ts';
import type { ForgeError } from '../../src/forges/types.ts';
import { openForgeDouble, type Asked } from '../helpers/forge/forge.ts';
import { APIS } from '../helpers/form-site.ts';

/** What a platform has published of one address: the parameters, the fields of a body, those of each file in it. */
interface Operation {
  readonly query: readonly string[];
  readonly body: readonly string[];
  readonly files?: readonly string[];
  /** Those without which the platform refuses. */
  readonly required?: readonly string[];
}

interface Description {
  readonly source: string;
  readonly version: string;
  readonly licence: string;
  readonly operations: Readonly<Record<string, Operation>>;
}

const KINDS = ['github', 'gitea', 'forgejo', 'gitlab', 'gitee'] as const;
type ForgeName = (typeof KINDS)[number];

const descriptionOf = (kind: ForgeName) =>
  JSON.parse(readFileSync(join(ROOT, 'tests/fixtures/apis', `${kind}.json`), 'utf8')) as Description;

/** Sent to all alike; a platform that knows no such filter answers with more, and the client looks through it itself. */
const FILTERS: Readonly<Record<ForgeName, readonly string[]>> = {
  github: ['limit'],
  gitea: ['head', 'base', 'per_page', 'page', 'limit', 'direction'],
  forgejo: ['head', 'base', 'per_page', 'page', 'limit', 'direction'],
  gitlab: [],
  gitee: ['limit'],
};

// GitHub's own text defines two fields of an interface twice.
const SCHEMA = buildSchema(SDL.idl, { assumeValidSDL: true, assumeValid: true });

const bytes = (text: string) => new TextEncoder().encode(text);
const OFFICE = 'content/offices/dong/jia/office.json';

/** Everything that the clients ask, in one way or another, of a platform of a kind. */
async function everythingAsked(kind: ForgeName): Promise<Asked[]> {
  const { forge, port, close } = await openForgeDouble(kind);
  const asked: Asked[] = [];
  try {
    forge.accounts.set('t', { login: 'jia-sfs', offices: ['dong/jia'] });
    forge.accounts.set('r', { login: 'fuben', offices: ['dong/jia'], canWrite: false });
    const file = (path: string, text: string) => ({ path, bytes: bytes(text) });
    forge.repository.commit('main', undefined, '开始', [file(OFFICE, '旧'), file('content/a.json', '{}')]);
    forge.repository.commit('quxiang', undefined, '开始', [file('a.json', '旧')]);
    forge.before = (one) => void asked.push(one);
    const api = APIS[kind].replace('http://forge.test', `http://127.0.0.1:${port}`);
    const settings = { forge: kind, api, repo: 'ju/content' };
    for (const token of ['t', 'r']) {
      const client = await openForge(settings, token);
      await client.list('content', 'main');
      const edits = [
        { path: OFFICE, bytes: bytes(token), before: await client.read(OFFICE, 'main') },
        { path: `content/${token}.json`, bytes: bytes('{}') },
      ];
      const words = { title: '甲镇司法所：更新', description: '电话' };
      await propose(client, { base: 'main', branch: `tianbao/dong/jia/${token}`, ...words, edits });
      await client.dropBranch('meiyou').catch((error: ForgeError) => error);
    }
    const client = await openForge(settings, 't');
    await client.isPublic();
    const before = await client.read('a.json', 'quxiang');
    await propose(client, {
      base: 'quxiang',
      title: '去向',
      description: '',
      edits: [{ path: 'a.json', bytes: bytes('新'), before }],
    });
    const [reviews, following] = [openReviews(settings, 't'), openFollowing(settings, 't')];
    const [first] = await reviews.list('main');
    if (!first) throw new Error('nothing was proposed');
    forge.pulls[0]?.comments.push({
      author: 'jiancha',
      body: `${COMMENT_MARK}\n## ✓\n\n<sub>提交 ${first.head.slice(0, 10)}，`,
    });
    await reviews.verdict(first);
    await reviews.tell('每周情况', '没有').catch((error: ForgeError) => error);
    await following.of('jia-sfs', 'main');
    const [open] = await following.open('main');
    if (open) {
      await following.paths(open);
      await following.said(open);
      await following.reword(open, '另一个标题', '说明');
    }
    await client.tellPrivately?.('撤下', '说明');
    const gate = { forge: kind, api, repository: 'ju/content', number: String(first.number), token: 't' };
    await postReport(gate, `${COMMENT_MARK}\n一`);
    forge.pulls[0]?.comments.push({ author: 'jia-sfs', body: `${COMMENT_MARK}\n一` });
    forge.pulls[0]?.comments.push({ author: 'github-actions[bot]', body: `${COMMENT_MARK}\n一` });
    await postReport(gate, `${COMMENT_MARK}\n二`);
    await reviews.merge(first, { release: '示例乙' }).catch((error: ForgeError) => error);
    await closeProposal(gate);
  } finally {
    close();
  }
  return asked;
}

/** The operation that a request is; the address of GraphQL has a description of its own. */
function operationOf({ operations }: Description, { method, path }: Asked) {
  const fits = (key: string) => {
    const [verb, pattern = ''] = key.split(' ');
    const expression = pattern
      .replace(/\{(?:filepath|path|ref|branch)\}/g, '.+')
      .replace(/\{\w+\}/g, '[^/]+');
    return verb === method && new RegExp(`^${expression}$`).test(path);
  };
  const keys = Object.keys(operations).filter(fits);
  // `/issues/comments/{id}` and `/issues/{index}/comments` differ by their fixed parts.
  return keys.toSorted((a, b) => b.replace(/\{\w+\}/g, '').length - a.replace(/\{\w+\}/g, '').length)[0];
}

function strange(kind: ForgeName, description: Description, asked: Asked): string[] {
  if (asked.path === '/graphql') return strangeInGraphQL(asked.body);
  const key = operationOf(description, asked);
  if (key === undefined) return [`${asked.method} ${asked.path} is not described`];
  const { query, body, files = [], required = [] } = description.operations[key] as Operation;
  const known = [...query, ...FILTERS[kind]];
  const named = (asked.body['files'] ?? asked.body['actions'] ?? []) as readonly object[];
  return [
    ...required
      .filter((name) => !asked.query.has(name) && asked.body[name] === undefined)
      .map((name) => `${key}: ${name} is missing`),
    ...[...asked.query.keys()].filter((name) => !known.includes(name)).map((name) => `${key}: ?${name}`),
    ...Object.keys(asked.body)
      .filter((name) => !body.includes(name))
      .map((name) => `${key}: ${name}`),
    ...named
      .flatMap((one) => Object.keys(one))
      .filter((name) => !files.includes(name))
      .map((name) => `${key}: files.${name}`),
  ];
}

/** A query and its variables, held against the schema of GitHub. */
function strangeInGraphQL({ query, variables }: Asked['body']): string[] {
  const document = parse(String(query));
  const wrong = validate(SCHEMA, document).map(({ message }) => message);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [...wrong, 'no operation'];
  const given = variables as Record<string, unknown>;
  const { errors = [] } = getVariableValues(SCHEMA, operation.variableDefinitions ?? [], given);
  return [...wrong, ...errors.map(({ message }) => message)];
}

describe.each(KINDS)('what the clients ask of %s', (kind) => {
  it('is what it has published of its interface: methods, addresses, parameters, fields', async () => {
    const description = descriptionOf(kind);
    const asked = await everythingAsked(kind);
    expect([...new Set(asked.flatMap((one) => strange(kind, description, one)))]).toEqual([]);
    const used = new Set(asked.map((one) => operationOf(description, one)));
    expect(used.size).toBeGreaterThan(12);
  });

  it('is held against a description of a named source, version and licence', () => {
    const { source, version, licence } = descriptionOf(kind);
    for (const one of [source, version, licence]) expect(one).not.toBe('');
  });
});
