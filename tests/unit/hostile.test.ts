/** Content written to do harm: the check says so, no text gets through as code, and nothing takes its time. */
import { describe, expect, it } from 'vitest';
import { isError } from '../../src/domain/problems.ts';
import { aContent, appended, fields, type Overrides, replaced } from '../helpers/content.ts';
import { DOCX, packageOf } from '../helpers/documents.ts';

const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const OFFICE = 'offices/dong/jia/office.json';
const FILES = 'offices/dong/jia/files/';

const body = (text: string): Overrides => ({ [AFFAIR]: appended(`\n${text}\n`) });
const head = (text: string): Overrides => ({ [AFFAIR]: replaced('category:', `${text}\ncategory:`) });
const front = (text: string): Overrides => ({ [OFFICE]: (usual) => usual.replace('{', `{${text},`) });
const carrying = (name: string, content: string | Uint8Array = 'x'): Overrides => ({
  ...(name.includes('/') ? {} : { [FILES + name]: content }),
  [AFFAIR]: replaced('source:', `attachments:\n  - { file: ${name}, title: 名称 }\nsource:`),
});
const redirecting = (from: string, to = '/offices/'): Overrides => ({
  'redirects.json': { redirects: [{ from, to, reason: '改名' }] },
});

const LETTERS = 'abcdefghi';
/** Nine names, each nine times the one before: a billion when written out. */
const BILLION = [...LETTERS]
  .map((letter, at) => {
    const inner = at === 0 ? 'x' : `*${LETTERS.charAt(at - 1)}`;
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => inner).join(',')}]`;
  })
  .join('\n');

const ROW = '| 甲 | 乙 |\n';

/** What is refused, and what the check says. */
const REFUSED: readonly (readonly [string, Overrides, string])[] = [
  ['a script', body('<script>alert(1)</script>'), '不能写 HTML'],
  ['a picture with a handler', body('<img src=x onerror=alert(1)>'), '不能写 HTML'],
  ['a frame', body('<iframe src="https://evil.example"></iframe>'), '不能写 HTML'],
  ['a drawing with a handler', body('<svg onload=alert(1)>'), '不能写 HTML'],
  ['a style', body('<style>*{display:none}</style>'), '不能写 HTML'],
  ['a handler within a line', body('文字 <b onclick=x>b</b>'), '不能写 HTML'],
  ['a script as a link', body('[甲](javascript:alert(1))'), '不能用 javascript: 链接'],
  ['a script in disguise', body('[甲](javascript&#58;alert(1))'), '不能用 javascript: 链接'],
  ['a script broken by a tab', body('[甲](java&Tab;script:alert(1))'), '写得不对'],
  ['a script by reference', body('[甲][乙]\n\n[乙]: javascript:alert(1)'), '不能用 javascript: 链接'],
  ['a script in angle brackets', body('<javascript:alert(1)>'), '不能用 javascript: 链接'],
  ['a page in an address', body('[甲](data:text/html,x)'), '不能用 data: 链接'],
  ['a picture in an address', body('![图](data:image/svg+xml;base64,xx)'), '不在本站'],
  ['a file of the reader', body('[甲](file:///etc/passwd)'), '不能用 file: 链接'],
  ['another host without a scheme', body('[甲](//evil.example/)'), '写得不对'],
  ['another host by backslashes', body('[甲](\\\\\\\\evil.example)'), '写得不对'],
  ['a host behind a trusted name', body('[甲](https://gov.cn@evil.example/)'), '写得不对'],
  ['a host of another alphabet', body('[甲](https://www.m\u043ej.gov.cn/)'), '写得不对'],
  ['such a host in its coded form', body('[甲](https://www.xn--mj-xlc.gov.cn/)'), '写得不对'],
  ['a path that climbs', body('[甲](/../../etc/passwd)'), '站内没有'],
  ['a text turned around', body('正\u202e文'), 'U+202E'],
  ['a title turned around', { [AFFAIR]: replaced('学法通知', '学\u202e法') }, 'U+202E'],
  ['a name with a gap that nobody sees', { [OFFICE]: fields({ name: '甲\u200b镇司法所' }) }, 'U+200B'],
  ['a message in characters that nobody sees', body('甲\u{e0041}'), 'U+E0041'],
  ['a letter that passes for another', { [OFFICE]: fields({ shortName: '\u0410镇所' }) }, '看起来像'],
  [
    'marks that run over other lines',
    { [OFFICE]: fields({ shortName: `甲${'\u0301'.repeat(9)}` }) },
    '看起来像',
  ],
  ['a table without end', body(`${ROW}| - | - |\n${ROW.repeat(3000)}`), '表格太大'],
  ['a line without end', body('*'.repeat(5000)), '这一行太长'],
  ['quotes within quotes', body(`${'>'.repeat(3000)} 甲`), '这一行太长'],
  ['lists within lists', body(`${'- '.repeat(1500)}甲`), '太多层'],
  ['JSON without end', { [OFFICE]: '['.repeat(30_000) }, '嵌套太深'],
  ['JSON as deep as it is long', { [OFFICE]: `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}` }, '嵌套太深'],
  ['a field that changes all objects', front('"__proto__": { "name": "x" }'), '没有“__proto__”这个字段'],
  ['the same in front matter', head('__proto__: { x: 1 }'), '没有“__proto__”这个字段'],
  ['a name written twice', front('"name": "乙镇司法所"'), '写了两次'],
  ['a number beyond numbers', { [OFFICE]: replaced('29.3', '1e999') }, '应为数字'],
  ['YAML that grows to a billion', head(BILLION), '不能用 * 引用'],
  ['YAML that contains itself', head('x: &a { y: *a }'), '不能用 * 引用'],
  ['YAML that makes a function', head('x: !!js/function "function(){}"'), '没有“x”这个字段'],
  ['YAML that merges', head('<<: { title: x }'), '没有“<<”这个字段'],
  ['YAML as deep as it is long', head(`x: ${'['.repeat(30_000)}${']'.repeat(30_000)}`), '看不懂'],
  ['an attachment from elsewhere', carrying('../../../site.json'), '没有“../../../site.json”'],
  ['an attachment of the machine', carrying('/etc/passwd'), '没有“/etc/passwd”'],
  ['a page as an attachment', carrying('a.pdf.html', '<script>'), '不能公开“html”文件'],
  ['a drawing as an attachment', carrying('a.svg', '<svg onload="alert(1)"/>'), '不能公开“svg”文件'],
  [
    'a bomb in a package',
    carrying('a.docx', packageOf(...DOCX, ['word/media/a.xml', '\0'.repeat(40_000_000)])),
    '解开后太大',
  ],
  [
    'a package of thousands of parts',
    carrying('a.docx', packageOf(...DOCX, ...Array.from({ length: 6000 }, (_, at) => `word/p${at}.xml`))),
    '里面的文件太多',
  ],
  ['a package that climbs', carrying('a.docx', packageOf(...DOCX, '../../etc/passwd')), '越界的路径'],
  ['a redirect to another host', redirecting('/jiu/', 'https://evil.example/'), '站内路径'],
  ['a redirect without a scheme', redirecting('/jiu/', '//evil.example/'), '站内路径'],
  ['a redirect that writes configuration', redirecting('/a/ { return 200; }/'), '站内路径'],
  ['a site at an address that runs', { 'site.json': fields({ url: 'javascript:alert(1)' }) }, '网址'],
  ['a site at a path that climbs', { 'site.json': fields({ base: '/a/../../' }) }, '以 / 开头'],
  ['a number that runs', { [OFFICE]: fields({ 'phones[0].number': 'javascript:1' }) }, '可以拨打'],
];

/** Odd, but no harm: let through, and harmless where it is shown. */
const BORNE: readonly (readonly [string, Overrides])[] = [
  ['brackets without end', body(`${'['.repeat(3900)}\n`.repeat(10))],
  ['links within links', body('[甲]('.repeat(900))],
  [
    'lists one step deeper each line',
    body(Array.from({ length: 100 }, (_, at) => `${' '.repeat(at * 2)}- 甲`).join('\n')),
  ],
  [
    'notes that name each other',
    body(Array.from({ length: 900 }, (_, at) => `[^${at}]: 见[^${at + 1}]`).join('\n')),
  ],
  ['code marks of every length', body(Array.from({ length: 300 }, (_, at) => '`'.repeat(at)).join(' 甲\n'))],
  ['half a tag', body('<a '.repeat(900))],
  ['entities without end', body('&'.repeat(3900))],
  ['a name like a tag', { [OFFICE]: fields({ shortName: '<b>甲</b>' }) }],
];

describe('the check refuses', () => {
  it.each(REFUSED)('%s', (_, overrides, said) => {
    const { catalogue, problems } = aContent(overrides);
    const messages = problems.filter(isError).map(({ message, remedy }) => `${message} → ${remedy}`);
    expect(messages.join('\n')).toContain(said);
    expect(messages.length).toBeLessThan(60);
    expect(catalogue).toBeUndefined();
  });
});

describe('the check bears', () => {
  it.each(BORNE)('%s, and nothing of it runs', (_, overrides) => {
    const { catalogue, problems } = aContent(overrides);
    expect(problems.filter(isError)).toEqual([]);
    const html = catalogue?.offices.flatMap(({ notices }) => notices.map((one) => one.html)).join('') ?? '';
    expect(html).not.toMatch(/<(?:script|style|iframe|object|embed|svg|form|base|meta|link)\b/i);
    expect(html).not.toMatch(/<[^>]+\s(?:on\w+|style)=|(?:href|src)="\s*(?:javascript|data|vbscript):/i);
  });
});
