import { describe, expect, it } from 'vitest';
import { appended, problemsOf, usual } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const STAFF = 'offices/dong/jia/staff.json';

describe('the check of places and names', () => {
  it('finds the nearest place for a stray file', () => {
    expect(
      problemsOf({
        'offices/dong/jia/staffs.json': {},
        'function/mediation.md': '',
        'offices/staff.json': {},
        'rules/dao.mdx': '',
        'xx.json': {},
      }),
    ).toEqual([
      'function/mediation.md path | - | 这里不能放这个文件 | 是不是 functions/mediation.md',
      'offices/dong/jia/staffs.json path | - | 这里不能放这个文件 | 是不是 offices/dong/jia/staff.json',
      'offices/staff.json path | - | 这里不能放这个文件 | staff.json 应放在 offices/<县名>/<司法所名>/staff.json 或 samples/<司法所名>/staff.json',
      'rules/dao.mdx path | - | 这里不能放这个文件 | 是不是 rules/dao.md',
      'xx.json path | - | 这里不能放这个文件 | 删除它，或按 content/README.md 放到规定的文件夹',
    ]);
  });

  it('tells the right case of a name', () => {
    expect(
      problemsOf({
        'offices/dong/jia/Office.json': {},
        'Offices/dong/yi/staff.json': {},
        'offices/Dong/jia/staff.json': {},
      }),
    ).toEqual([
      'Offices/dong/yi/staff.json path | - | 文件或文件夹名称的大小写不对 | 改名为 offices/dong/yi/staff.json',
      'offices/Dong/jia/staff.json path | - | 文件或文件夹名称的大小写不对 | 改名为 offices/dong/jia/staff.json',
      'offices/dong/jia/Office.json path | - | 文件或文件夹名称的大小写不对 | 改名为 offices/dong/jia/office.json',
    ]);
  });

  it('tells a name that can be an address', () => {
    expect(problemsOf({ 'pages/guan_yu.mdx': '', 'pages/关于.mdx': '', 'calendar/26.json': {} })).toEqual([
      'calendar/26.json path | - | “26”不能作年份 | 只用小写拼音字母、数字和连字符，例如 calendar/2026.json',
      'pages/guan_yu.mdx path | - | “guan_yu”不能作文件名 | 改名为 pages/guan-yu.mdx',
      'pages/关于.mdx path | - | “关于”不能作文件名 | 只用小写拼音字母、数字和连字符，例如 pages/tongzhi.mdx',
    ]);
  });

  it('names notices after a real date', () => {
    expect(problemsOf({ 'affairs/2026-02-30-x.md': '', 'affairs/tongzhi.md': '' })).toEqual([
      'affairs/2026-02-30-x.md path | - | 文件名里的日期 2026-02-30 不是日历上有的日期 | 文件名以发布日期开头，例如 affairs/2026-11-22-x.md',
      'affairs/tongzhi.md path | - | 这里不能放这个文件 | 是不是 affairs/2026-11-22-tongzhi.md',
    ]);
  });

  it('says how a notice is named whose name has a space or no letters', () => {
    const affairs = 'offices/dong/jia/affairs';
    expect(
      problemsOf({
        [`${affairs}/2026-11-28 gonggao.md`]: '',
        [`${affairs}/2026-11-28 公告.md`]: '',
        [`${affairs}/公告.md`]: '',
      }),
    ).toEqual([
      `${affairs}/2026-11-28 gonggao.md path | - | 文件名里日期的后面要用连字符 | 改名为 ${affairs}/2026-11-28-gonggao.md`,
      `${affairs}/2026-11-28 公告.md path | - | “公告”不能作文件名 | 只用小写拼音字母、数字和连字符，例如 ${affairs}/2026-11-28-tongzhi.md`,
      `${affairs}/公告.md path | - | 这里不能放这个文件 | 是不是 ${affairs}/2026-11-22-tongzhi.md`,
    ]);
  });

  it('refuses deep folders and names that trick', () => {
    expect(
      problemsOf({
        'offices/dong/jia/affairs/2026/11/22/x/y.md': '',
        'pages/a\\b.md': '',
        'pages/a\u202Eb.md': '',
        'pages/a\u3164b.md': '',
      }),
    ).toEqual([
      'offices/dong/jia/affairs/2026/11/22 path | - | 文件夹层数太多 | 内容最多放在 offices/<县>/<司法所>/affairs/ 这一层',
      'pages/a<U+202E>b.md path | - | 名称里有不能使用的字符 | 名称只用小写拼音字母、数字和连字符，例如 luocheng',
      'pages/a<U+3164>b.md path | - | 名称里有不能使用的字符 | 名称只用小写拼音字母、数字和连字符，例如 luocheng',
      'pages/a\\b.md path | - | 名称里有不能使用的字符 | 名称只用小写拼音字母、数字和连字符，例如 luocheng',
    ]);
  });

  it('does not open an oversized file', () => {
    expect(problemsOf({ 'site.json': appended(' '.repeat(70000)) })).toEqual([
      'site.json size | - | 文件有 70 KB，最大 64 KB | 删掉多余的内容，或分成几个文件',
    ]);
  });

  it('tells an office in a county that is not there', () => {
    expect(
      problemsOf({
        'offices/nan/ding/office.json': usual(OFFICE),
        'offices/nan/ding/staff.json': usual(STAFF),
      }),
    ).toEqual([
      'offices/nan/ding/office.json path | - | 没有“nan”这个县（counties/nan.json 不存在） | 放到已有的县里：dong、xi',
    ]);
  });

  it.each([
    '.office.json.swp',
    '~$office.json',
    '.~lock.office.json#',
    'office.json~',
    '.office.json.4913.tmp',
    '4913',
    'Thumbs.db',
  ])('passes over what editors and desktops lay beside an open file: %s', (name) => {
    expect(problemsOf({ [`offices/dong/yi/${name}`]: 'x' })).toEqual([]);
  });

  it('needs both files of a county', () => {
    expect(problemsOf({ 'divisions/xi.json': null })).toEqual([
      'divisions/xi.json missingFile | - | xi 没有乡镇的文件 | 新建这个文件（乡镇与村、社区），照着同类文件写',
    ]);
  });

  it('needs the office.json of an office', () => {
    expect(
      problemsOf({ 'offices/dong/yi/office.json': null, 'offices/dong/yi/staff.json': usual(STAFF) }),
    ).toEqual([
      'offices/dong/yi/office.json missingFile | - | 这个文件夹里没有 office.json | 新建这个文件（司法所），照着同类文件写',
    ]);
  });

  it('needs site.json and disclosure.json', () => {
    expect(problemsOf({ 'site.json': null, 'disclosure.json': null })).toEqual([
      'disclosure.json missingFile | - | 没有公开事项目录 | 新建这个文件（公开事项目录），照着同类文件写',
      'site.json missingFile | - | 没有全站设置 | 新建这个文件（全站设置），照着同类文件写',
    ]);
  });

  it('needs the county and the townships of the samples', () => {
    expect(problemsOf({ 'samples/county.json': null, 'samples/divisions.json': null })).toEqual([
      'samples/county.json missingFile | - | 示例县 没有县级司法局的文件 | 新建这个文件（县级司法局），照着同类文件写',
      'samples/divisions.json missingFile | - | 示例县 没有乡镇的文件 | 新建这个文件（乡镇与村、社区），照着同类文件写',
    ]);
  });
});
