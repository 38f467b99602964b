import { describe, expect, it } from 'vitest';
import { aContent, appended, fields, type Overrides, problemsOf } from '../helpers/content.ts';
import { DOCX, jpeg, packageOf, XLSX } from '../helpers/documents.ts';

const OFFICE = 'offices/dong/jia/office.json';
const AFFAIR = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const FILES = 'offices/dong/jia/files/';
const ID = '11010519491231002X';
const MOBILE = '13800138000';

const privacy = (overrides: Overrides) => problemsOf(overrides).filter((one) => / privacy \|/.test(one));

/** What the guard says of an attachment. */
const inFile = (name: string, content: Uint8Array | string) =>
  aContent({ [FILES + name]: content })
    .problems.filter(({ kind }) => kind === 'privacy')
    .map(({ severity, message }) => `${severity} ${message}`);

describe('the check of content keeps personal data out', () => {
  it('of articles, with line and column, and never repeats the number', () => {
    const found = privacy({ [AFFAIR]: appended(`\n联系张老师 138-0013-8000。\n`) });
    expect(found).toEqual([
      `${AFFAIR}:12:7 privacy | - | 像是手机号（13********0）：手机号不公开，办公电话用固定电话 | 改成办公室的固定电话；确实要公开值班手机的，经审批后写进 content/privacy-allow.json`,
    ]);
  });

  it('of data, with the name of the field', () => {
    const [found = ''] = privacy({ [OFFICE]: fields({ note: `身份证${ID}` }) });
    expect(found).toContain('privacy | 补充说明 note | 像是身份证号（11***************X）');
    expect(found).not.toContain(ID);
  });

  it('of front matter', () => {
    const [found = ''] = privacy({
      [AFFAIR]: (text) => text.replace('title: 学法通知', `title: 通知${MOBILE}`),
    });
    expect(found).toMatch(/:2:10 privacy \| 标题 title \|/);
  });

  it('behind escapes', () => {
    const escaped = [...MOBILE].map((digit) => `\\u003${digit}`).join('');
    const found = privacy({ [OFFICE]: (text) => text.replace('"甲镇所"', `"甲镇所${escaped}"`) });
    expect(found).toHaveLength(1);
  });

  it('of names of files', () => {
    expect(inFile(`${MOBILE}.txt`, '说明')).toEqual([
      expect.stringMatching(/^error 文件名像是手机号（13\*{8}0）/),
    ]);
  });

  it('leaves telephones to the schema, and the office its own mailbox and address', () => {
    const own = {
      'phones[0].number': MOBILE,
      email: 'shili@163.com',
      'place.address': '示例镇阳光小区3栋1单元101室',
    };
    const withPlace = fields({ ...own, 'provenance.place': { source: '局', verifiedOn: '2026-11-01' } });
    expect(privacy({ [OFFICE]: withPlace, [AFFAIR]: appended('\n地点：阳光小区3栋1单元101室。\n') })).toEqual(
      [],
    );
  });

  it('knows an address that an office publishes behind other words, but not one that somebody lives at', () => {
    const withPlace = fields({
      'place.address': '示例镇示例街12号',
      'provenance.place': { source: '局', verifiedOn: '2026-11-01' },
    });
    const told = (text: string) => privacy({ [OFFICE]: withPlace, [AFFAIR]: appended(`\n${text}\n`) });
    expect(told('活动就在示例街12号。')).toEqual([]);
    expect(told('他家住示例街12号。')).toEqual([expect.stringContaining('像是住址')]);
  });

  it('reports what is less sure as a reminder: names beside roles, numbers called the number of a thing', () => {
    const text = `\n车牌川L00000。\n\n社区矫正对象张三。\n\n受理编号${MOBILE}。\n`;
    expect(privacy({ [AFFAIR]: appended(text) })).toEqual([
      expect.stringMatching(/^! .*像是车牌号/),
      expect.stringMatching(/^! .*像是办事人姓名/),
      expect.stringMatching(/^! .*像是手机号/),
    ]);
  });
});

describe('the check looks into documents', () => {
  it('Word: text broken into runs, properties, comments, targets of links', () => {
    const body = `<w:p><w:r><w:t>证件</w:t></w:r></w:p><w:p><w:r><w:t>110105</w:t></w:r><w:r><w:t>19491231002X</w:t></w:r></w:p>`;
    expect(inFile('a.docx', packageOf('[Content_Types].xml', ['word/document.xml', body]))).toEqual([
      'error 正文第 2 行像是身份证号（11***************X）：身份证号不能公开',
    ]);
    const core = `<cp:coreProperties><dc:description>${MOBILE}</dc:description></cp:coreProperties>`;
    expect(inFile('a.docx', packageOf(...DOCX, ['docProps/core.xml', core]))[0]).toMatch(
      /^error 文件属性.*手机号/,
    );
    const links = `<Relationship Target="tel:${MOBILE}"/>`;
    expect(inFile('a.docx', packageOf(...DOCX, ['word/_rels/document.xml.rels', links]))[0]).toMatch(
      /链接像是手机号/,
    );
  });

  it('Excel: shared text and numbers, by row', () => {
    const shared = ['xl/sharedStrings.xml', `<sst><si><t>姓名</t></si><si><t>${ID}</t></si></sst>`] as const;
    const sheet = [
      'xl/worksheets/sheet1.xml',
      `<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="7"><c r="A7" t="s"><v>1</v></c><c r="B7"><v>1.3800138E10</v></c></row>`,
    ] as const;
    expect(inFile('a.xlsx', packageOf(...XLSX, shared, sheet))).toEqual([
      'error 工作表 1 第 7 行像是手机号（13********0）：手机号不公开，办公电话用固定电话',
      'error 工作表 1 第 7 行像是身份证号（11***************X）：身份证号不能公开',
    ]);
  });

  it('tables in text, old documents, and where a photo was taken', () => {
    expect(inFile('a.csv', `姓名,证件\n示例甲,${ID}\n`)[0]).toMatch(/^error 像是身份证号/);
    const old = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from(`证件号${ID}号码`, 'utf16le'),
    ]);
    expect(inFile('a.doc', old)[0]).toMatch(/^error 文件里像是身份证号/);
    const photo = { 'offices/dong/jia/photos/jia.jpg': Buffer.from(jpeg(0x8825)) };
    expect(privacy(photo)[0]).toMatch(/^! .*拍摄位置.*这份原片还带着/);
  });
});

describe('an exception', () => {
  const entry = {
    file: AFFAIR,
    kind: 'mobile',
    text: '138 0013 8000',
    reason: '防汛值班手机，本人书面同意',
    approvedBy: '东县司法局办公室',
    until: '2027-03-31',
  };
  const told = (changes: Partial<typeof entry> = {}, text = `\n值班${MOBILE}。\n`) =>
    privacy({ [AFFAIR]: appended(text), 'privacy-allow.json': { allow: [{ ...entry, ...changes }] } });

  it('lets one value stand in one file, with a reason and an end', () => {
    expect(told()).toEqual([]);
    expect(told({ file: 'affairs/2026-11-03-jihua.md' })).toHaveLength(2);
  });

  it('ends: then both are problems', () => {
    expect(told({ until: '2026-11-21' })).toEqual([
      expect.stringContaining('手机号'),
      expect.stringContaining(
        'privacy-allow.json:9:7 privacy | 允许公开的·允许到哪一天 allow[0].until | 只允许到 2026-11-21，已经过期',
      ),
    ]);
  });

  it('does not hold for years', () => {
    expect(told({ until: '2030-01-01' })).toEqual([expect.stringContaining('允许得太久')]);
  });

  it('that nothing needs is to be taken out', () => {
    expect(told({}, '')).toEqual([expect.stringMatching(/^! .*没有用到/)]);
  });
});
