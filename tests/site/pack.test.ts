import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { unpackTar } from 'modern-tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { CONTENT_VERSION } from '../../src/domain/content-version.ts';
import { assemble, type ReleaseManifest } from '../../src/release/assemble.ts';
import { pack } from '../../src/release/pack.ts';
import { DIST, readSite, UNDER_PATH } from '../helpers/dist.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-office-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What a packed folder holds, each file by its hash. */
const hashes = (out: string) =>
  readdirSync(out).map((name) => [name, sha256(readFileSync(join(out, name)))] as const);

async function packed(name: string, built: string): Promise<string> {
  const out = join(folder, name);
  await pack(assemble(built), out);
  return out;
}

const archive = (out: string, ending: string) =>
  readFileSync(join(out, readdirSync(out).find((name) => name.endsWith(ending)) ?? ''));

const withoutFolder = (name: string) => name.replace(/^[^/]+\//, '');

describe('an archive of the site', () => {
  let out: string;
  let tar: Awaited<ReturnType<typeof unpackTar>>;
  let files: Map<string, Uint8Array>;
  let manifest: ReleaseManifest;
  beforeAll(async () => {
    out = await packed('first', UNDER_PATH);
    tar = await unpackTar(gunzipSync(archive(out, '.tar.gz')));
    files = new Map(tar.map(({ header, data }) => [withoutFolder(header.name), data ?? new Uint8Array()]));
    manifest = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString()) as ReleaseManifest;
  });
  const text = (name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');

  it('has the same bytes each time', async () => {
    expect(hashes(await packed('second', UNDER_PATH))).toEqual(hashes(out));
  });

  it('belongs to nobody and is as old as the content says, not as the machine', () => {
    const heads = tar.map(({ header }) => [header.uid, header.gid, header.mtime?.toISOString()]);
    const instant = `${manifest.builtFor.slice(0, 19)}.000Z`;
    expect([...new Set(heads.map((head) => head.join()))]).toEqual([`0,0,${instant}`]);
  });

  it('holds the same as tar and as zip', () => {
    const zip = unzipSync(archive(out, '.zip'));
    const names = Object.keys(zip).map(withoutFolder);
    expect(names.toSorted()).toEqual([...files.keys()].toSorted());
    expect(
      names.filter(
        (name) =>
          sha256(files.get(name) ?? new Uint8Array()) !==
          sha256(zip[`open-office-${manifest.id}/${name}`] ?? new Uint8Array()),
      ),
    ).toEqual([]);
  });

  it('holds every file of the site, unchanged', () => {
    const site = readSite(UNDER_PATH);
    const wrong = [...site.files].filter(
      (name) =>
        sha256(files.get(`site${name}`) ?? new Uint8Array()) !== sha256(readFileSync(join(UNDER_PATH, name))),
    );
    expect(wrong).toEqual([]);
  });

  it('lists all files with size and hash, and what they were made from', () => {
    expect(manifest).toMatchObject({ base: '/sfj/sfs/', pages: readSite(UNDER_PATH).pages.length });
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(manifest).toMatchObject({ program: version, contentVersion: CONTENT_VERSION });
    expect(manifest.generatedFrom).toMatch(/^sha256:[0-9a-f]{16}$/);
    const listed = manifest.files.map(({ name, size, sha256: hash }) => `site/${name} ${size} ${hash}`);
    const held = [...files].filter(([name]) => name.startsWith('site/'));
    expect(listed).toEqual(held.map(([name, bytes]) => `${name} ${bytes.length} ${sha256(bytes)}`));
  });

  it('carries checksums of all its files, and one of itself', () => {
    const lines = [...files].filter(([name]) => name !== 'SHA256SUMS');
    expect(text('SHA256SUMS')).toBe(lines.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join(''));
    expect(archive(out, '.sha256').toString()).toContain(sha256(archive(out, '.tar.gz')));
  });

  it.each(['site/.htaccess', 'site/web.config', 'config/nginx.conf', 'config/Caddyfile', '说明.txt'])(
    'brings %s, written for its path',
    (name) => {
      expect(text(name)).toContain(name === 'site/web.config' ? 'Content-Security-Policy' : '/sfj/sfs/');
    },
  );

  it('never compresses ahead what is replaced without a release', () => {
    const copies = [...files.keys()].filter((name) => /^site\/data\/whereabouts\/.*\.(?:gz|br)$/.test(name));
    expect(copies).toEqual([]);
    expect(files.has('site/index.html.br')).toBe(true);
  });
});

it('two sites have two names, one site has one', () => {
  const [one, again, other] = [DIST, DIST, UNDER_PATH].map((built) => assemble(built).manifest.id);
  expect(one).toBe(again);
  expect(other).not.toBe(one);
});
