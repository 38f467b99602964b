import { describe, expect, it } from 'vitest';
import { problemsOf, replaced } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const PAGE = 'pages/about.mdx';
const GBK = /* 改名 */ Buffer.from([0xb8, 0xc4, 0xc3, 0xfb]);

describe('the check of encodings', () => {
  it('reports a byte order mark', () => {
    expect(problemsOf({ 'redirects.json': '\uFEFF{ "redirects": [] }' })).toEqual([
      'redirects.json:1:1 encoding | - | 文件开头有 BOM 标记 | 请在编辑器里“另存为”，编码选“UTF-8”（不带 BOM）',
    ]);
  });

  it('recognises GBK bytes and shows what they say', () => {
    expect(
      problemsOf({
        'redirects.json': Buffer.concat([
          Buffer.from('{ "redirects": [{ "from": "/a/", "to": "/offices/dong/", "reason": "'),
          GBK,
          Buffer.from('" }] }'),
        ]),
      }),
    ).toEqual([
      'redirects.json:1:69 encoding | - | 文件编码是 GBK（GB18030），不是 UTF-8 | 请在编辑器里“另存为”，编码选“UTF-8”（不带 BOM）；这里的原文是“改名”',
    ]);
  });

  it('reports bytes that are no text', () => {
    expect(problemsOf({ 'redirects.json': Buffer.from([0x7b, 0xff, 0xff, 0x7d]) })).toEqual([
      'redirects.json:1:2 encoding | - | 文件不是 UTF-8 文本 | 请在编辑器里“另存为”，编码选“UTF-8”（不带 BOM）',
    ]);
  });

  it('recognises the UTF-16 of an old editor', () => {
    expect(problemsOf({ 'redirects.json': Buffer.from('\uFEFF{ "redirects": [] }', 'utf16le') })).toEqual([
      'redirects.json:1:1 encoding | - | 文件编码是 UTF-16，不是 UTF-8 | 请在编辑器里“另存为”，编码选“UTF-8”（不带 BOM）',
    ]);
  });

  it('reports a character lost in conversion', () => {
    expect(problemsOf({ [PAGE]: replaced('四公开', '四\uFFFD开') })).toEqual([
      'pages/about.mdx:10:2 encoding | - | 有无法识别的字符 �（转换编码时丢失） | 重新手工输入这个字',
    ]);
  });

  it('reports characters that nobody sees in any file', () => {
    expect(
      problemsOf({
        [PAGE]: replaced('四公开', '四\u200B公\u202E开'),
        [OFFICE]: replaced('甲镇所', '甲镇\u200B所'),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:3:19 hidden | - | 有看不见的字符 U+200B | 删掉它，这一行重新手工输入："shortName": "甲镇所",',
      'pages/about.mdx:10:2 hidden | - | 有看不见的字符 U+200B | 删掉它，这一行重新手工输入：四公开。',
    ]);
  });

  it('reports hidden characters written as escapes', () => {
    expect(problemsOf({ [OFFICE]: replaced('甲镇所', '甲镇\\u200b所') })).toEqual([
      'offices/dong/jia/office.json:3:3 value | 简称 shortName | 有看不见的字符（零宽空格等），请重新手工输入 | 改成 "shortName": "甲镇所"',
    ]);
  });
});
