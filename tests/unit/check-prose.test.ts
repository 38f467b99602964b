import { describe, expect, it } from 'vitest';
import { appended, fields, problemsOf } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const PAGE = 'pages/about.mdx';

describe('the check of texts and samples', () => {
  it('refuses HTML', () => {
    expect(problemsOf({ [PAGE]: appended('\n<script>alert(1)</script>\n\n字<b>粗</b>\n') })).toEqual([
      'pages/about.mdx:12:1 prose | - | 不能写 HTML：<script> | 可以用的组件：<Hotline>、<Finder>、<Office>、<Note>',
      'pages/about.mdx:14:2 prose | - | 不能写 HTML：<b> | 可以用的组件：<Hotline>、<Finder>、<Office>、<Note>',
    ]);
  });

  it('refuses HTML in what offices write too', () => {
    expect(problemsOf({ 'functions/mediation.md': appended('\n<script>alert(1)</script>\n') })).toEqual([
      'functions/mediation.md:16:1 prose | - | 不能写 HTML：<script>alert(1)</script> | 用 Markdown 写：标题 ##，列表 -，加粗 **文字**，链接 [文字](网址)',
    ]);
  });

  it('wants words for images, and images of this site', () => {
    expect(problemsOf({ [PAGE]: appended('\n![](/a.jpg)\n\n![门](https://example.com/a.jpg)\n') })).toEqual([
      'pages/about.mdx:12:1 prose | - | 图片没有替代文字 | 在方括号里写图片的内容，例如 ![服务大厅正门](/图片.jpg)',
      'pages/about.mdx:14:1 prose | - | 图片“https://example.com/a.jpg”不在本站 | 只能用本站以 / 开头的图片，没有就删掉',
    ]);
  });

  it('wants headings from level two, one level at a time', () => {
    expect(problemsOf({ [PAGE]: appended('\n# 一\n\n#### 四\n') })).toEqual([
      'pages/about.mdx:12:1 prose | - | 正文不能用一级标题（#） | 写成 ## 一',
      'pages/about.mdx:14:1 prose | - | 标题从第 2 级跳到第 4 级 | 写成 ### 四',
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
      'pages/about.mdx:12:1 prose | - | 不能用 javascript: 链接 | 只用 https: 网址、站内路径（/services/…/）、mailto: 或 tel:',
      'pages/about.mdx:12:26 prose | - | 不能用 data: 链接 | 只用 https: 网址、站内路径（/services/…/）、mailto: 或 tel:',
      'pages/about.mdx:12:48 prose | - | 链接“//example.com”写得不对 | 写完整的网址：https://example.com',
      'pages/about.mdx:12:67 prose | - | 链接“about.md”写得不对 | 站内链接以 / 开头和结尾，例如 /services/legal-aid/；站外写完整网址',
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
      'pages/about.mdx:12:1 reference | - | 站内没有 /services/mediaton/ 这一页 | 改成 /services/mediation/',
      'pages/about.mdx:12:26 reference | - | 站内没有 /services/mediation 这一页 | 改成 /services/mediation/',
      'pages/about.mdx:12:51 reference | - | 正文里没有“公开”这个标题 | 可以写：#公开什么',
    ]);
  });

  it('does not parse lines that no person writes', () => {
    expect(problemsOf({ [PAGE]: appended('\n' + '> '.repeat(5000) + '\n') })).toEqual([
      'pages/about.mdx:12:1 syntax | - | 这一行太长，或者套了太多层引用、列表 | 分成几段，列表最多套三层',
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
      'pages/about.mdx:12:3 sample | - | 0833-0100002 是示例号码，打不通 | 写真实的办公电话；不知道就不写',
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

const GUIDE = 'services/mediation.mdx';
const USABLE = '<Materials>、<Flow>、<Limit>、<Deadline>、<Fee>、<Hotline>、<Finder>、<Office>、<Note>';

describe('the components that maintainers place in guides and pages', () => {
  it('stand where the text wants them', () => {
    const text =
      '\n带齐：\n\n<Materials />\n\n拨打<Hotline number="12348" />。\n\n<Note>\n先打电话。\n</Note>\n';
    expect(problemsOf({ [GUIDE]: appended(text) })).toEqual([]);
  });

  it('are a fixed set, each with what it needs', () => {
    const text = '\n<Map />\n\n<Hotline />\n\n<Flow>字</Flow>\n\n<Limit id="review" />\n';
    const found = problemsOf({ [GUIDE]: appended(text) }).map((one) => one.replace(/^\S+ /, ''));
    expect(found).toEqual([
      `prose | - | 没有 <Map> 这个组件 | 可以用的组件：${USABLE}`,
      'prose | - | <Hotline> 的写法不对 | 写成 <Hotline number="12348" />',
      'prose | - | <Flow> 的写法不对 | 写成 <Flow />',
      'prose | - | 时限里没有 review | 改成 （这份指南没有时限） 里的一个',
    ]);
  });

  it.each([
    ['a sentence', '\n材料<Materials />带齐。\n', '<Materials> 不能写在句子'],
    ['a heading', '\n## 收费<Fee />\n', '<Fee> 不能写在句子'],
    ['a link', '\n[<Flow />](https://www.example.gov.cn/)\n', '<Flow> 不能写在句子'],
    ['a table', '\n| 甲 | 乙 |\n| - | - |\n| 字 | <Fee /> |\n', '<Fee> 不能写在句子'],
    [
      'its tag forgotten at the end',
      '\n第一段。\n\n<Note>\n先打电话。\n',
      '<Note> 没有写完 | 文字后面写上 </Note>',
    ],
    ['small letters', '\n<materials />\n', '大小写照这样写：<Materials>'],
    ['a number nobody can dial', '\n拨<Hotline number="999" />。\n', '“999”不是电话'],
  ])('a component in the wrong place or way is told with its place: %s', (_, text, told) => {
    const [problem = '', ...more] = problemsOf({ [GUIDE]: appended(text) });
    expect(problem).toContain(told);
    expect(more).toEqual([]);
    expect(Number(/:(\d+):/.exec(problem)?.[1])).toBeGreaterThan(31);
  });

  it('a component alone in its paragraph, or in a list, is in its place', () => {
    const text = '\n<Note>先打电话。</Note>\n\n- <Office />\n- 拨<Hotline number="12348" />\n\n<Fee />\n';
    expect(problemsOf({ [GUIDE]: appended(text) })).toEqual([]);
  });

  it('of guides have nothing to show on other pages', () => {
    expect(problemsOf({ [PAGE]: appended('\n<Materials />\n') })).toEqual([
      'pages/about.mdx:12:1 prose | - | <Materials> 只能用在办事指南里 | 可以用的组件：<Hotline>、<Finder>、<Office>、<Note>',
    ]);
  });

  it.each([
    ['import', '\nimport x from "fs"\n', 'import、export'],
    ['export', '\nexport const x = 1\n', 'import、export'],
    ['an expression', '\n{process.exit()}\n', '花括号'],
    ['an expression in a sentence', '\n今年是{1+1}年\n', '花括号'],
    ['an attribute that is computed', '\n<Hotline number={1} />\n', '花括号'],
    ['attributes spread', '\n<Hotline {...x} />\n', '花括号'],
    ['code in a code block', '\n```\n{a}\n```\n', '花括号'],
  ])('never run anything: %s is refused', (_, text, word) => {
    const [problem = ''] = problemsOf({ [PAGE]: appended(text) });
    expect(problem).toContain(word);
  });

  it('that are not closed, and stray signs, are told in words', () => {
    expect(problemsOf({ [PAGE]: appended('\n<Note>没有写完\n\n收入<5000元\n') })[0]).toContain(
      '这里的 < 看不懂',
    );
  });
});
