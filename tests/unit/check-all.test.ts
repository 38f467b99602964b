import { describe, expect, it } from 'vitest';
import { fields, problemsOf, replaced } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const STAFF = 'offices/dong/jia/staff.json';
const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';

describe('the check', () => {
  it('reports at once what a schema tells only in rounds: a field, then what the whole lacks', () => {
    const OFFICE = 'offices/dong/jia/office.json';
    const kinds = problemsOf({ [OFFICE]: fields({ handy: 1, email: 7, serves: [] }) }).map(
      (line) => line.split(' | ')[1],
    );
    expect(kinds).toContain('handy');
    expect(kinds).toContain('电子邮箱 email');
    expect(kinds).toContain('服务区域 serves');
  });

  it('reports everything at once: no problem hides another', () => {
    expect(
      problemsOf({
        'site.json': replaced('示例市司法所公开', '示例市\u200B公开'),
        'calendar/2026.json': '{',
        [OFFICE]: fields({
          'phones[0].number': '０８３３－２１２３４５６',
          'phones[0].zzz': 1,
          serves: ['991101109'],
          'place.point.lon': 113.9,
        }),
        [STAFF]: fields({ 'people[0].duties': [], 'people[0].deputy': 'x' }),
        [AFFAIR]: (text) => text.replace('2026-11-02', '2026-13-02') + '\n<b>x</b>\n',
        'xx.json': {},
        'offices/xi/bing/office.json': null,
      }),
    ).toEqual([
      'calendar/2026.json:1:1 syntax | - | 缺少 } | 在这里补上 }',
      'divisions/xi.json:6:5 coverage | 乡镇、街道 townships[0] | 丙镇（991102100）没有司法所服务 | 在服务它的司法所的 office.json 里，把 "991102100" 加进 "serves"',
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:4:1 value | 发布日期 published | 不是日历上有的日期 | 例如写 published: 2026-11-22',
      'offices/dong/jia/affairs/2026-11-02-tongzhi.md:12:1 prose | - | 不能写 HTML：<b> | 用 Markdown 写：标题 ##，列表 -，加粗 **文字**，链接 [文字](网址)',
      'offices/dong/jia/office.json:9:5 reference | 服务区域·区划代码 serves[0] | 本县没有区划代码 991101109 | 是不是 "991101100"（甲镇）',
      'offices/dong/jia/office.json:13:7 value | 电话 phones[0].number | “０８３３－２１２３４５６”用了全角数字或标点 | 改成 "number": "0833-2123456"',
      'offices/dong/jia/office.json:15:7 unknownField | 电话 phones[0].zzz | 没有“zzz”这个字段 | 删掉它；这里还可以写：note',
      'offices/dong/jia/office.json:19:5 geography | 地点·位置 place.point | （113.9, 29.3）不在本市范围内 | 重新量取，本市在东经 102.2—104.3、北纬 28.4—30',
      'offices/dong/jia/staff.json:8:7 value | 人员·职责 people[0].duties | 至少写一项 | 例如写 "duties": ["主持全面工作"]',
      '! offices/dong/jia/staff.json:9:7 reference | 人员·B 角（不在时由谁接办） people[0].deputy | 没有“x”这个人员，页面上不显示 | 可以写：jia、yi；人已离岗的，删掉第 9 行',
      'site.json:2:16 hidden | - | 有看不见的字符 U+200B | 删掉它，这一行重新手工输入："title": "示例市公开",',
      'xx.json path | - | 这里不能放这个文件 | 删除它，或按 content/README.md 放到规定的文件夹',
    ]);
  });
});
