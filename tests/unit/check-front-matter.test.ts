import { describe, expect, it } from 'vitest';
import { problemsOf, replaced } from '../helpers/content.ts';

const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const PAGE = 'pages/about.mdx';

describe('the check of front matter', () => {
  it('explains what is missing', () => {
    expect(problemsOf({ [PAGE]: '## 标题\n' })).toEqual([
      'pages/about.mdx:1:1 syntax | - | 开头没有写信息 | 文件以 --- 一行开始，写各个字段（如 title: 标题），再以 --- 一行结束，然后才是正文',
    ]);
  });

  it('explains that it has no end', () => {
    expect(problemsOf({ [PAGE]: '---\ntitle: 关于\n' })).toEqual([
      'pages/about.mdx:1:1 syntax | - | 开头的信息没有结束 | 文件以 --- 一行开始，写各个字段（如 title: 标题），再以 --- 一行结束，然后才是正文',
    ]);
  });

  it('mends a full-width colon', () => {
    expect(problemsOf({ [PAGE]: replaced('title: 关于本站', 'title：关于本站') })).toEqual([
      'pages/about.mdx:2:1 syntax | - | 用了全角冒号 | 改用英文冒号加空格：title: 关于本站',
    ]);
  });

  it('shows a line with a second colon as it must be written', () => {
    expect(problemsOf({ [PAGE]: replaced('title: 关于本站', 'title: 关于: 本站') })).toEqual([
      'pages/about.mdx:2:8 syntax | - | 这一行看不懂 | 写成“字段: 内容”，内容里有冒号、引号时加英文双引号：title: "关于: 本站"',
    ]);
  });

  it('names a tab at the start of a line', () => {
    expect(problemsOf({ [AFFAIR]: replaced('title:', 'title:\n\tx:') })).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:3:1 syntax | - | 行首用了制表符 | 行首用空格',
    ]);
  });

  it('names both places of a field written twice', () => {
    expect(problemsOf({ [AFFAIR]: replaced('category:', 'title: 又一个\ncategory:') })).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:3:1 duplicateKey | - | “title”写了两次，第一次在第 2 行 | 只保留正确的一个',
    ]);
  });

  it('refuses references', () => {
    expect(
      problemsOf({
        [AFFAIR]: (text) =>
          text.replace('title: 学法', 'title: &a 学法').replace('source: 示例市司法局', 'source: *a'),
      }),
    ).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:5:9 syntax | - | 不能用 * 引用 | 把内容再写一遍',
    ]);
  });

  it('keeps dates as they are written', () => {
    expect(problemsOf({ [AFFAIR]: replaced('2026-11-02\n', '2026/11/2\n') })).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:4:1 value | 发布日期 published | 不是日历上有的日期 | 改成 published: 2026-11-02',
    ]);
  });
});
