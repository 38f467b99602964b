import { describe, expect, it } from 'vitest';
import { appended, fields, problemsOf } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const PAGE = 'pages/about.md';

describe('the check of texts and samples', () => {
  it('refuses HTML', () => {
    expect(problemsOf({ [PAGE]: appended('\n<script>alert(1)</script>\n\n字<b>粗</b>\n') })).toEqual([
      'pages/about.md:12:1 prose | - | 不能写 HTML：<script>alert(1)</script> | 用 Markdown 写：标题 ##，列表 -，加粗 **文字**，链接 [文字](网址)',
      'pages/about.md:14:2 prose | - | 不能写 HTML：<b> | 用 Markdown 写：标题 ##，列表 -，加粗 **文字**，链接 [文字](网址)',
    ]);
  });

  it('wants words for images, and images of this site', () => {
    expect(problemsOf({ [PAGE]: appended('\n![](/a.jpg)\n\n![门](https://example.com/a.jpg)\n') })).toEqual([
      'pages/about.md:12:1 prose | - | 图片没有替代文字 | 在方括号里写图片的内容，例如 ![服务大厅正门](/图片.jpg)',
      'pages/about.md:14:1 prose | - | 图片“https://example.com/a.jpg”不在本站 | 只能用本站以 / 开头的图片，没有就删掉',
    ]);
  });

  it('wants headings from level two, one level at a time', () => {
    expect(problemsOf({ [PAGE]: appended('\n# 一\n\n#### 四\n') })).toEqual([
      'pages/about.md:12:1 prose | - | 正文不能用一级标题（#） | 写成 ## 一',
      'pages/about.md:14:1 prose | - | 标题从第 2 级跳到第 4 级 | 写成 ### 四',
    ]);
  });

  it('refuses dangerous links', () => {
    expect(
      problemsOf({
        [PAGE]: appended(
          '\n[a](javascript:alert(1)) [b](data:text/html,x) [c](//example.com) [d](about.md)\n',
        ),
      }),
    ).toEqual([
      'pages/about.md:12:1 prose | - | 不能用 javascript: 链接 | 只用 https: 网址、站内路径（/services/…/）、mailto: 或 tel:',
      'pages/about.md:12:26 prose | - | 不能用 data: 链接 | 只用 https: 网址、站内路径（/services/…/）、mailto: 或 tel:',
      'pages/about.md:12:48 prose | - | 链接“//example.com”写得不对 | 写完整的网址：https://example.com',
      'pages/about.md:12:67 prose | - | 链接“about.md”写得不对 | 站内链接以 / 开头和结尾，例如 /services/legal-aid/；站外写完整网址',
    ]);
  });

  it('wants links to pages and headings that exist', () => {
    expect(
      problemsOf({
        [PAGE]: appended(
          '\n[a](/services/mediaton/) [b](/services/mediation) [c](#公开) [d](/offices/dong/jia/) [e](https://example.com/)\n',
        ),
      }),
    ).toEqual([
      'pages/about.md:12:1 reference | - | 站内没有 /services/mediaton/ 这一页 | 改成 /services/mediation/',
      'pages/about.md:12:26 reference | - | 站内没有 /services/mediation 这一页 | 改成 /services/mediation/',
      'pages/about.md:12:51 reference | - | 正文里没有“公开”这个标题 | 可以写：#公开什么',
    ]);
  });

  it('does not parse lines that no person writes', () => {
    expect(problemsOf({ [PAGE]: appended('\n' + '> '.repeat(5000) + '\n') })).toEqual([
      'pages/about.md:12:1 syntax | - | 这一行太长，或者套了太多层引用、列表 | 分成几段，列表最多套三层',
    ]);
  });

  it('lets pages show the samples, and an office’s texts not', () => {
    expect(
      problemsOf({
        [PAGE]: appended('\n[示例](/samples/shili/)\n'),
        [AFFAIR]: appended('\n[示例](/samples/shili/)\n'),
      }),
    ).toEqual([
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:12:1 sample | - | 真实内容不能链接到示例 | 改成真实的页面，或删掉链接',
    ]);
  });

  it('keeps sample numbers and real ones apart', () => {
    expect(
      problemsOf({
        [OFFICE]: fields({ 'phones[0].number': '0833-0100001' }),
        'samples/shili/office.json': fields({ 'phones[0].number': '0833-2123456' }),
        [PAGE]: appended('\n电话0833-0100002。\n'),
      }),
    ).toEqual([
      'offices/dong/jia/office.json:13:18 sample | - | 0833-0100001 是示例号码，打不通 | 写真实的办公电话；不知道就不写',
      'pages/about.md:12:3 sample | - | 0833-0100002 是示例号码，打不通 | 写真实的办公电话；不知道就不写',
      'samples/shili/office.json:13:18 sample | - | 示例里不能有打得通的号码 0833-2123456 | 改成示例号码，例如 "0833-0100000"，或热线 "12348"',
    ]);
  });

  it('lets a sample point to samples only', () => {
    expect(
      problemsOf({
        'samples/shili/office.json': fields({
          status: { state: 'closed', text: '撤并', since: '2026-01-01', successor: 'dong/jia' },
          serves: [],
        }),
        'samples/divisions.json': fields({ 'townships[0].communities': [] }),
      }),
    ).toEqual([
      'samples/divisions.json:6:5 coverage | 乡镇、街道 townships[0] | 示例镇（990101100）没有司法所服务 | 在服务它的司法所的 office.json 里，把 "990101100" 加进 "serves"',
      'samples/shili/office.json:9:5 reference | 状态·接替的司法所 status.successor | 没有“dong/jia”这个司法所 | 可以写：samples/shili',
    ]);
  });
});
