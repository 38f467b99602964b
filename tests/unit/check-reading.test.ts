import { describe, expect, it } from 'vitest';
import { problemsOf, replaced } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const STAFF = 'offices/dong/jia/staff.json';

describe('the check of JSON', () => {
  it('says where a comma is missing', () => {
    expect(problemsOf({ [OFFICE]: replaced('"kind": "township",', '"kind": "township"') })).toEqual([
      'offices/dong/jia/office.json:4:20 syntax | - | 缺少逗号 | 在这里加一个英文逗号："kind": "township",',
    ]);
  });

  it('says where a comma is too many, and reads on', () => {
    expect(problemsOf({ [OFFICE]: replaced('"hours": {', '"oops": [1,],\n  "hours": {') })).toEqual([
      'offices/dong/jia/office.json:26:3 unknownField | oops | 没有“oops”这个字段 | 删掉它；这里还可以写：localName、sharedRule、area、premises、email、plates、legalServiceStation、serviceNotes、standards、note',
      'offices/dong/jia/office.json:26:13 syntax | - | 多了一个逗号 | 删掉这个逗号：最后一项后面不写逗号',
    ]);
  });

  it('mends full-width quotes, colons and commas', () => {
    expect(problemsOf({ [STAFF]: replaced('"role": "head",', '“role”：“head”，') })).toEqual([
      'offices/dong/jia/staff.json:7:7 syntax | - | 用了全角标点或数字 “ ” ： ， | 改用英文（半角）标点："role":"head",',
    ]);
  });

  it('takes full-width quotes within a text for what they are', () => {
    expect(problemsOf({ [OFFICE]: replaced('"甲镇所"', '"甲镇“所”"') })).toEqual([]);
  });

  it('refuses comments', () => {
    expect(problemsOf({ 'redirects.json': '{\n  // 说明\n  "redirects": []\n}' })).toEqual([
      'redirects.json:2:3 syntax | - | 这里不能写注释 | 删掉：// 说明',
    ]);
  });

  it('finds the quote that never closes', () => {
    expect(problemsOf({ 'redirects.json': '{\n  "redirects: []\n}' })).toEqual([
      'redirects.json:2:3 syntax | - | 引号没有成对 | 在文字末尾补上英文引号："redirects": []',
    ]);
  });

  it('tells of a name without quotes, and not of what the parser makes of the lines after it', () => {
    expect(problemsOf({ [OFFICE]: replaced('"status": {', 'status: {') })).toEqual([
      'offices/dong/jia/office.json:5:3 syntax | - | 看不懂“status” | 文字和字段名要加英文双引号："status"',
    ]);
  });

  it('asks for other quotes where single ones stand, whatever is between them', () => {
    expect(problemsOf({ [OFFICE]: replaced('"甲镇所"', "'甲镇，“所”'") })).toEqual([
      `offices/dong/jia/office.json:3:16 syntax | - | 看不懂“'甲镇，“所”'” | 用英文双引号："甲镇，“所”"`,
    ]);
  });

  it('explains words of other notations', () => {
    expect(problemsOf({ 'site.json': replaced('"samples": true', '"samples": True') })).toEqual([
      'site.json:36:16 syntax | - | 看不懂“True” | 改成 true',
    ]);
  });

  it('finds what stops too early', () => {
    expect(problemsOf({ 'redirects.json': '{ "redirects": [' })).toEqual([
      'redirects.json:1:16 syntax | - | 缺少 ] | 在这里补上 ]',
    ]);
  });

  it('tells an empty file', () => {
    expect(problemsOf({ 'redirects.json': '' })).toEqual([
      'redirects.json:1:1 syntax | - | 文件是空的 | 照着同类文件写，最外层是 { }',
    ]);
  });

  it('tells a list where an object must be', () => {
    expect(problemsOf({ 'redirects.json': [] })).toEqual([
      'redirects.json:1:1 value | - | 文件最外层应为 { } | 照着同类文件写',
    ]);
  });

  it('names both places of a key written twice', () => {
    expect(problemsOf({ 'redirects.json': '{\n  "redirects": [],\n  "redirects": []\n}' })).toEqual([
      'redirects.json:3:3 duplicateKey | - | “redirects”写了两次，第一次在第 2 行 | 只保留正确的一个',
    ]);
  });

  it('reports every syntax fault of a file', () => {
    expect(problemsOf({ 'redirects.json': '{\n  "a": tru,\n  "b": 1\n  "c": [1,],\n}' })).toEqual([
      'redirects.json:2:8 syntax | - | 看不懂“tru” | 文字和字段名要加英文双引号："tru"',
      'redirects.json:3:8 syntax | - | 缺少逗号 | 在这里加一个英文逗号："b": 1,',
      'redirects.json:4:10 syntax | - | 多了一个逗号 | 删掉这个逗号：最后一项后面不写逗号',
    ]);
  });

  it('refuses nesting without end', () => {
    expect(problemsOf({ 'redirects.json': '['.repeat(500) })).toEqual([
      'redirects.json:1:1 syntax | - | 嵌套太深 | 照着同类文件的样子重写',
    ]);
  });

  it('keeps a field called __proto__ an ordinary unknown field', () => {
    expect(problemsOf({ 'redirects.json': '{ "redirects": [], "__proto__": { "x": 1 } }' })).toEqual([
      'redirects.json:1:20 unknownField | __proto__ | 没有“__proto__”这个字段 | 删掉它',
    ]);
  });
});
