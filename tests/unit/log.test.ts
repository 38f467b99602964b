/** The parts of a signed log against the published examples of their formats. */
import { describe, expect, it } from 'vitest';
import { checkpointText, entryText, parseCheckpoint, parseEntry } from '../../src/release/log/checkpoint.ts';
import { parseKeys, sealingFrom } from '../../src/release/log/keys.ts';
import { isSigned, leafOf, listOf, parseList, listText } from '../../src/release/log/list.ts';
import { leafHash, rootOf } from '../../src/release/log/merkle.ts';
import { newKey, openNote, parseSigner, parseVerifier, signedNote } from '../../src/release/log/note.ts';
import { entriesIn, hashesIn, logTiles, stillWanted, tilesOf } from '../../src/release/log/tiles.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the tree', () => {
  // The reference leaves of Certificate Transparency (RFC 6962) and the root over the first so many of them.
  const LEAVES = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const ROOTS = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  it('has the roots of RFC 6962, leaf by leaf', () => {
    const leaves = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
    expect(ROOTS.map((_, size) => hex(rootOf(leaves.slice(0, size))))).toEqual(ROOTS);
  });
});

describe('a signed note', () => {
  // The example in the documentation of Go's package sumdb/note, from which the format comes.
  const SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
  const PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const TEXT =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
  const signer = parseSigner(SECRET)!;
  const verifier = parseVerifier(PUBLIC)!;

  it('is byte for byte what others write with the same key', () => {
    expect(signer.key).toBe(PUBLIC);
    expect(signedNote(TEXT, [signer])).toBe(NOTE);
    expect(openNote(NOTE, [verifier])).toEqual({ text: TEXT, by: [verifier] });
  });

  it('by another implementation opens: the example of the C2SP specification', () => {
    const key = parseVerifier('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')!;
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    expect(openNote(note, [key])?.text).toBe('This is an example message.\n');
  });

  it.each([
    ['a word changed', NOTE.replace('answer', 'answers')],
    ['a letter of the signature changed', NOTE.replace('x08go/ZJ', 'x08go/ZK')],
    ['no signature', `${TEXT}\n`],
    ['no empty line', NOTE.replace('\n\n', '\n')],
    ['no end', NOTE.slice(0, -1)],
    ['a line that is no signature', `${NOTE}- PeterNeumann x\n`],
    ['a control character', NOTE.replace('answer', 'ans\twer')],
    ['too many signatures', NOTE + NOTE.split('\n\n')[1]!.repeat(16)],
  ])('with %s is refused', (_, note) => {
    expect(openNote(note, [verifier])).toBeUndefined();
  });

  it('of two keys opens for whoever knows either, and not where a known one is wrong', () => {
    const other = newKey('www.example.gov.cn/sfs').signer;
    const note = signedNote(TEXT, [signer, other]);
    expect(openNote(note, [other])?.by).toEqual([other]);
    expect(openNote(note, [signer, other])?.by).toHaveLength(2);
    const third = newKey('www.example.gov.cn/sfs').signer;
    expect(openNote(note, [third])).toBeUndefined();
    const spoilt = note.replace(
      /(— www\S+ .{20})(.)/,
      (_, begin: string, one: string) => begin + (one === 'A' ? 'B' : 'A'),
    );
    expect(openNote(spoilt, [signer, other])).toBeUndefined();
    expect(openNote(spoilt, [signer])?.by).toEqual([signer]);
  });

  it('keys with a letter changed are none', () => {
    expect(parseVerifier(PUBLIC.replace('c74f20a3', 'c74f20a4'))).toBeUndefined();
    expect(parseVerifier(PUBLIC.replace('Peter', 'Pet er'))).toBeUndefined();
    expect(parseSigner(SECRET.replace('AYEK', 'AYEL'))).toBeUndefined();
    expect(parseSigner(PUBLIC)).toBeUndefined();
  });
});

describe('tiles', () => {
  const entries = (count: number) => Array.from({ length: count }, (_, at) => Buffer.from(`entry ${at}`));
  const names = (count: number) => [...logTiles(entries(count)).keys()].sort();

  it('lie where C2SP tlog-tiles says, full and partial', () => {
    expect(names(256)).toEqual(['tile/0/000', 'tile/1/000.p/1', 'tile/entries/000']);
    expect(names(300)).toEqual([
      'tile/0/000',
      'tile/0/001.p/44',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/44',
    ]);
    // The numbers of the specification: an index of seven digits, and a tree of 70,000.
    expect(tilesOf(0, 1_234_068 * 256).at(-1)?.name).toBe('tile/0/x001/x234/067');
    const level0 = tilesOf(0, 70_000);
    expect([level0.length, level0.at(-1)?.name]).toEqual([274, 'tile/0/273.p/112']);
    expect(tilesOf(1, 273).map(({ name }) => name)).toEqual(['tile/1/000', 'tile/1/001.p/17']);
  });

  it('hold hashes of full tiles below, and entries that hash to their leaves', () => {
    const files = logTiles(entries(600));
    const leaves = tilesOf(0, 600).flatMap(({ name }) => hashesIn(files.get(name)!));
    const bundled = tilesOf('entries', 600).flatMap(({ name }) => entriesIn(files.get(name)!)!);
    expect(bundled.map((entry) => hex(leafHash(entry)))).toEqual(leaves.map(hex));
    expect(hashesIn(files.get('tile/1/000.p/2')!).map(hex)).toEqual(
      [0, 256].map((from) => hex(rootOf(leaves.slice(from, from + 256)))),
    );
    expect(entriesIn(files.get('tile/entries/000')!.subarray(0, -1))).toBeUndefined();
  });

  it('of smaller logs stay until the full one is there', () => {
    const kept = (count: number) =>
      stillWanted(logTiles(entries(200)), logTiles(entries(count))).map(([name]) => name);
    expect(kept(201).sort()).toEqual(['tile/0/000.p/200', 'tile/entries/000.p/200']);
    expect(kept(256)).toEqual([]);
  });
});

describe('what the log says', () => {
  it('is read as it was written, and nothing else is', () => {
    const head = { origin: 'www.example.gov.cn/sfs', size: 3, root: Buffer.alloc(32, 7) };
    expect(parseCheckpoint(checkpointText(head))).toEqual(head);
    expect(parseCheckpoint(`${checkpointText(head)}more\n`)).toEqual(head);
    expect(parseCheckpoint(checkpointText(head).replace('\n3\n', '\n03\n'))).toBeUndefined();
    const entry = { shown: '2026-11-28T01:00:00.000Z', builtFor: '2026-11-28T00:00:00.000Z', root: 'x' };
    expect(parseEntry(entryText(entry))).toEqual(entry);
    expect(parseEntry(entryText({ ...entry, builtFor: '' }))).toEqual({ ...entry, builtFor: '' });
    expect(parseEntry(`${entryText(entry)}\n`)).toBeUndefined();
    expect(parseEntry(entryText({ ...entry, shown: '去年' }))).toBeUndefined();
  });
});

describe('the list of files', () => {
  const random = (count: number) => Buffer.alloc(count, 1);
  const page = (days: string) =>
    Buffer.from(`<h1>所</h1><whereabouts-today><section>${days}</section><p>请致电</p></whereabouts-today>`);

  it('tells nothing of where people were: a page is the same whatever its days say', () => {
    const leaf = (days: string) => leafOf('AQ==', 'offices/a/b/index.html', page(days));
    expect(leaf('示例甲 在岗')).toBe(leaf('示例甲 公出'));
    expect(leafOf('AQ==', 'a.html', page('x'))).not.toBe(leafOf('Ag==', 'a.html', page('x')));
    expect(leafOf('AQ==', 'a.html', page('x'))).not.toBe(leafOf('AQ==', 'b.html', page('x')));
  });

  it('holds what readers get, and not what changes within the day, copies, or what servers read', () => {
    const out = [
      'data/whereabouts/a/b.json',
      'data/disclosure.json',
      'index.html.br',
      '.htaccess',
      'web.config',
      'a/.gone',
      'data/log/checkpoint',
    ];
    expect(out.filter(isSigned)).toEqual([]);
    expect(['index.html', 'data/offices.json', 'files/a/b.pdf', 'release.json'].every(isSigned)).toBe(true);
  });

  it('is read as it was written', () => {
    const list = listOf(new Map([['a b.html', Buffer.from('x')]]), [], random);
    expect(parseList(listText(list))).toEqual(list);
    expect(parseList(listText(list).trimEnd())).toBeUndefined();
  });
});

describe('the operator’s keys', () => {
  const { secret, signer } = newKey('www.example.gov.cn/sfs');
  const now = new Date('2026-11-28T00:00:00Z');

  it('sign by the private ones, and know the public ones from before', () => {
    const old = newKey('www.example.gov.cn/sfs').signer;
    const { signers, earlier } = parseKeys(`# 说明\n${secret}\n\n${old.key}\n`, '密钥');
    expect([signers.map(({ key }) => key), earlier.map(({ key }) => key)]).toEqual([[signer.key], [old.key]]);
  });

  it('are not shown when one is wrong, and nothing is signed without one', () => {
    const wrong = secret.replace('PRIVATE', 'PRIVAT');
    expect(() => parseKeys(`${secret}\n${wrong}`, '密钥')).toThrow(/密钥 第2行不是密钥/);
    expect(() => parseKeys('x\n'.repeat(900), '密钥')).toThrow('密钥 第1、2、3、4、5等900行不是密钥');
    expect(() => parseKeys(wrong, '密钥')).not.toThrow(new RegExp(secret.slice(-20, -10)));
    expect(() => parseKeys(signer.key, '密钥')).toThrow('里没有私钥');
    expect(sealingFrom(undefined, {}, now)).toBeUndefined();
    expect(sealingFrom(undefined, { OPEN_OFFICE_KEY: secret }, now)?.signers[0]?.key).toBe(signer.key);
    expect(() => sealingFrom('/nowhere/key', {}, now)).toThrow('没有这个文件：/nowhere/key');
  });
});
