import { describe, expect, it } from 'vitest';
import { importSheets, importWorkbook } from '../../src/sheets/import-workbook.ts';
import {
  changes,
  fixture,
  jia,
  laid,
  recordAfter,
  said,
  SETTINGS,
  unverified,
  yi,
} from '../helpers/sheets.ts';

const NEW_PERSON = ['司法所', '姓名', '职务', '岗位', '职责'];

describe('tables as people make them', () => {
  it('a title above, spaced headings, merged cells, an old .xls: everybody is read', async () => {
    for (const name of ['renyuan.xls', 'renyuan.xlsx']) {
      const imported = await fixture(name);
      expect(said(imported), name).toEqual([]);
      expect(changes(imported), name).toEqual([
        '人员 新增 示例丙',
        '人员 新增 示例丁',
        '每月工作量 2026-10 法律咨询（人次）：（空） → 32',
        '每月工作量 2026-10 受理调解（件）：3 → 9',
      ]);
      const people = recordAfter(imported, 'staff')['people'] as Record<string, unknown>[];
      expect(people.slice(2), name).toEqual([
        {
          id: 'ren-3',
          name: '示例丙',
          post: '工作人员',
          role: 'staff',
          duties: ['窗口接待', '法律咨询', '法治宣传'],
          phone: '0833-5299999',
        },
        {
          id: 'ren-4',
          name: '示例丁',
          post: '司法助理员',
          role: 'assistant',
          duties: ['档案管理'],
          phone: '0833-5299998',
        },
      ]);
    }
  });

  it('a CSV saved by a Chinese Excel (GB18030) is read', async () => {
    const imported = await fixture('dianhua-gbk.csv');
    expect(said(imported)).toEqual([]);
    expect(changes(imported)).toEqual(['电话 新增 0833-2123457']);
    expect(recordAfter(imported, 'office')['phones']).toContainEqual({
      number: '0833-2123457',
      use: 'duty',
      note: '节假日',
    });
  });

  it('something that is no table is refused in words', async () => {
    await expect(fixture('../../../national/samples/shili-jia/photos/shili-jia.png')).rejects.toThrow(
      '不是表格',
    );
  });

  it.each([
    ['2026年11月1日', '2026-11-01'],
    ['2026/11/1', '2026-11-01'],
    ['２０２６．１１．０１', '2026-11-01'],
    ['20261101', '2026-11-01'],
    ['46327', '2026-11-01'],
  ])('the date %s is %s', (typed, date) => {
    const sheet = [
      ['司法所', '联系方式来源', '联系方式核实日期'],
      ['甲镇', '', typed],
    ];
    expect(changes(laid({ 来源与核实: sheet }))).toEqual(
      date === '2026-11-01' ? [] : [`来源与核实 联系方式核实日期：2026-11-01 → ${date}`],
    );
    const other = [
      ['司法所', '职务', '空缺自', '预计到岗'],
      ['甲镇', '工作人员', '', typed.replace('2026', '2027')],
    ];
    if (typed.startsWith('2026年'))
      expect(changes(laid({ 空缺岗位: other }))).toEqual([
        '空缺岗位 工作人员 预计到岗：2027-03-01 → 2027-11-01',
      ]);
  });

  it.each([
    ['（0833）2123499', '0833-2123499'],
    ['0833—2123499', '0833-2123499'],
    ['08332123499', '0833-2123499'],
    ['2123499', '0833-2123499'],
    ['１２３４８', '12348'],
  ])('the telephone %s is %s', (typed, number) => {
    const imported = laid({
      电话: [
        ['单位', '联系电话', '类型'],
        ['东县甲镇司法所', typed, '咨询'],
      ],
    });
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'office')['phones']).toContainEqual({ number, use: 'consult' });
  });

  it('telephones that lost the 0 of their area code to the program get it back, and this is said once; a mobile short of a digit or a service number gets none', () => {
    const numbers = ['8332123499', '833-2123498', '1388833123', '4008123456'];
    const imported = laid({
      电话: [['司法所', '联系电话', '用途'], ...numbers.map((one) => ['甲镇', one, '咨询电话'])],
    });
    expect(said(imported)).toEqual([
      expect.stringMatching(/^! 电话「联系电话」：有号码少了区号的 0.*已补成 0833-…，请核对/),
      expect.stringMatching(/^电话 第 4 行「联系电话」：“1388833123”不是可以拨打/),
      expect.stringMatching(/^电话 第 5 行「联系电话」：“4008123456”不是可以拨打/),
    ]);
    expect(changes(imported)).toContain('电话 新增 0833-2123499');
    expect(changes(imported)).toContain('电话 新增 0833-2123498');
  });

  it.each([
    ['周一到周五', '上午8:30-12:00 下午2:00-6:00', [1, 2, 3, 4, 5], ['08:30-12:00', '14:00-18:00']],
    ['一三五', '8：30—12：00、14：00至17：30', [1, 3, 5], ['08:30-12:00', '14:00-17:30']],
    ['周六，周日', '9点-12点', [6, 7], ['09:00-12:00']],
  ])('hours written as %s, %s are understood', (days, times, expected, sessions) => {
    const imported = laid(
      {
        办公时间: [
          ['司法所', '季节', '起', '止', '星期', '办公时段'],
          ['甲镇', '夏季', '5月1日', '9-30', days, times],
        ],
      },
      [jia],
    );
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'office')['hours']).toMatchObject({
      seasons: [
        { name: '全年' },
        { name: '夏季', from: '05-01', to: '09-30', week: [{ days: expected, sessions }] },
      ],
    });
  });

  it('a column that belongs to another table says which', () => {
    expect(
      said(
        laid({
          司法所: [
            ['司法所', '地址', '联系电话', '心得'],
            ['甲镇', '一号', '123', ''],
          ],
        }),
      ),
    ).toEqual([
      '! 司法所 第 1 行「联系电话」：这一列没有导入：请填在「电话」表',
      '! 司法所 第 1 行「心得」：认不出这一列，没有导入；要导入的，填到导出的填报表里',
      '甲镇司法所（司法所）：写了地址，就要写地点的来源；请在「来源与核实」表写「地点来源」',
    ]);
  });
});

describe('what a workbook holds that nobody sees', () => {
  const people = (name: string) => [NEW_PERSON, ['甲镇', name, '司法助理员', '工作人员', '调解']];

  it('a hidden sheet is not read, and this is said', () => {
    const sheets = [
      { name: '人员', rows: people('示例丙') },
      { name: '旧人员', rows: people('示例丁'), hidden: true },
    ];
    const imported = importSheets(sheets, [jia, yi], SETTINGS);
    expect(changes(imported)).toEqual(['人员 新增 示例丙']);
    expect(said(imported)).toEqual(['! 旧人员：这张表是隐藏的，没有导入；要导入，先在表格里取消隐藏']);
  });

  it('ten thousand rows with nothing in them are no reason to refuse a table', async () => {
    const text = `司法所,电子邮箱\n甲镇,jia@example.gov.cn\n${',\n'.repeat(10_000)}`;
    const imported = await importWorkbook(new TextEncoder().encode(text), [jia, yi], SETTINGS);
    expect(changes(imported)).toEqual(['司法所 电子邮箱：（空） → jia@example.gov.cn']);
    const long = new TextEncoder().encode(`${text}${'甲镇,\n'.repeat(6000)}`);
    await expect(importWorkbook(long, [jia, yi], SETTINGS)).rejects.toThrow('选中它们删除');
  });
});

describe('faults', () => {
  it('a formula that came to nothing is no address and no source', () => {
    const imported = laid({
      司法所: [
        ['司法所', '地址'],
        ['甲镇', '#N/A'],
      ],
      来源与核实: [
        ['司法所', '地点来源'],
        ['甲镇', '#REF!'],
      ],
    });
    expect(said(imported)).toEqual([
      '司法所 第 2 行「地址」：#N/A 是公式没有算出来；请改成要写的内容，或者清空',
      '来源与核实 第 2 行「地点来源」：#REF! 是公式没有算出来；请改成要写的内容，或者清空',
    ]);
  });

  it.each(['#REF!', 'Err:502', '#NAME?', '#DIV/0!', '#SPILL!', '错误:504', '#######'])(
    '%s, which a program puts for what it cannot show, is no text of the site',
    (text) => {
      const rows = [
        ['司法所', '地址', '加挂牌子'],
        ['甲镇', text, text],
      ];
      const told = said(laid({ 司法所: rows }));
      expect(told).toHaveLength(2);
      expect(told[0]).toContain(`司法所 第 2 行「地址」：${text} 是`);
      expect(told[1]).toContain(`司法所 第 2 行「加挂牌子」：${text} 是`);
    },
  );

  it.each(['无', '暂缺', '—', '/', ' 待定 '])('%s only fills a cell: it is no text of the site', (text) => {
    const word = text.trim();
    const imported = laid({
      司法所: [
        ['司法所', '地址', '电子邮箱', '无台阶入口'],
        ['甲镇', text, text, ''],
      ],
      人员: [
        [...NEW_PERSON, 'B角'],
        ['甲镇', '示例甲', text, '', text, text],
      ],
      每月工作量: [
        ['司法所', '月份', '受理调解（件）'],
        ['甲镇', '2026-10', text],
      ],
      公告: [
        ['司法所', '标题', '类别', '摘要', '正文'],
        ['乙镇', '开展宣传', '普法计划', text, '正文'],
      ],
    });
    const wrong = `“${word}”不是内容；请写实际的内容，不知道的就空着`;
    const empty = `“${word}”不是内容，当作空着`;
    const how = '；要去掉原来的，请写“删除”';
    expect(said(imported)).toEqual([
      `! 司法所 第 2 行「地址」：${empty}${how}`,
      `! 司法所 第 2 行「电子邮箱」：${empty}${how}`,
      `人员 第 2 行「职务」：${wrong}`,
      `人员 第 2 行「职责」：${wrong}`,
      `! 人员 第 2 行「B角」：${empty}${how}`,
      `! 每月工作量 第 2 行「受理调解（件）」：${empty}；真的是零就写 0${how}`,
      `! 公告 第 2 行「摘要」：${empty}${how}`,
    ]);
    expect(changes(imported)).toEqual(['公告 新增 开展宣传']);
  });

  it('a list of nothing but such words says nothing', () => {
    const rows = [NEW_PERSON, ['甲镇', '示例甲', '', '', '无、—']];
    expect(said(laid({ 人员: rows }))).toEqual([
      '人员 第 2 行「职责」：“无、—”不是内容；请写实际的内容，不知道的就空着',
    ]);
  });

  it('无 may be one of several choices', () => {
    const rows = [
      ['司法所', '无台阶入口', '业务用房'],
      ['甲镇', '无', '无'],
    ];
    const imported = laid({ 司法所: rows });
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'office')).toMatchObject({
      premises: 'none',
      place: { access: { stepFree: false } },
    });
  });

  it('are told all at once, each with row and column, and what to write', () => {
    const imported = laid({
      电话: [
        ['司法所', '电话', '用途'],
        ['甲镇', '13800138000', '咨询电话'],
        ['丙镇', '0833-2123457', '咨询电话'],
        ['甲镇', '0833-12', '微信'],
        ['', '0833-2123457', '传真'],
      ],
      人员: [NEW_PERSON, ['甲镇', '示例丙', '', '所长', '接待']],
    });
    expect(said(imported)).toEqual([
      '电话 第 2 行「电话」：“13800138000”是手机号，不公开；请写办公室的固定电话',
      '电话 第 3 行：没有“丙镇”这个司法所，请写网站上的名称',
      '电话 第 4 行「电话」：“0833-12”不是可以拨打的固定电话或热线；例如写 0800-2123456',
      '电话 第 4 行「用途」：没有“微信”这个选项；可以写：咨询电话、值班电话、监督电话、传真',
      '电话 第 5 行：没有写是哪个司法所，请在“司法所”一栏写上名称',
      '人员 第 2 行：没有写「职务」；例如写 所长',
    ]);
  });

  it('what is missing is asked for with what to write', () => {
    const imported = laid({
      办公时间: [
        ['司法所', '季节', '起', '止', '星期', '办公时段'],
        ['乙镇', '', '05-01', '', '周一', ''],
      ],
      去向: [
        ['司法所', '日期', '人员', '时段', '去向'],
        ['甲镇', '2026-11-23', '', '9:00-12:00', '在岗'],
      ],
      公告: [
        ['司法所', '标题', '类别', '发布日期', '失效日期', '正文'],
        ['乙镇', '开展宣传', '', '2026-11-20', '', ''],
        ['乙镇', '学法', '普法计划', '2026-11-20', '2026-11-01', '正文'],
      ],
      办事的不同之处: [
        ['司法所', '办事指南编号', '预约'],
        ['甲镇', 'legal-aid', '看情况'],
      ],
    });
    expect(said(imported)).toEqual([
      '办公时间 第 2 行：没有写「季节」；例如写 夏季',
      '办公时间 第 2 行：没有写「止」；例如写 09-30',
      '办公时间 第 2 行：没有写「办公时段」；例如写 08:30-12:00、14:00-18:00',
      expect.stringMatching(/^公告 第 2 行：没有写「类别」；可以写：通知公告、/),
      expect.stringMatching(/^公告 第 2 行：没有写「正文」；请写公告的内容/),
      '公告 第 3 行「失效日期」：失效日期早于发布日期：写同一天或以后',
      '办事的不同之处 第 2 行「预约」：没有“看情况”这个选项；可以写：不用预约、最好先约、要先预约',
      '去向 第 2 行：没有写「人员」；请写「人员」表里的姓名',
    ]);
  });

  it('what only goes with another state is told at its cell, in words', () => {
    const sheet = [
      ['司法所', '状态说明'],
      ['甲镇', '装修'],
    ];
    expect(said(laid({ 司法所: sheet }))).toEqual([
      '司法所 第 2 行「状态说明」：和「状态」写的不相配；请清空，或者改「状态」',
    ]);
  });

  it('a month without a number is told where it stands: a new one is left out, one of the site cannot lose its last', () => {
    const sheet = [
      ['司法所', '月份', '受理调解（件）'],
      ['甲镇', '2026-07', ''],
      ['甲镇', '2026-10', '删除'],
    ];
    const imported = laid({ 每月工作量: sheet });
    expect(said(imported)).toEqual([
      '! 每月工作量 第 2 行「月份」：2026-07 一个数也没有，没有导入；写上各项的数，真的是零就写 0',
      '每月工作量 第 3 行「月份」：2026-10 一个数也没有，要去掉这一行，“操作”选“删除”',
    ]);
    expect(changes(imported)).not.toContain('每月工作量 新增 2026-07');
  });

  it('two rows that say different things of one office are not settled by their order', () => {
    const sheet = [
      ['司法所', '邮政编码', '电子邮箱'],
      ['甲镇', '614000', 'jia@example.gov.cn'],
      ['甲镇司法所', '614001', 'jia@example.gov.cn'],
    ];
    expect(said(laid({ 司法所: sheet }))).toEqual([
      '司法所 第 3 行「邮政编码」：和第 2 行写的不一样，只能留一个',
    ]);
  });

  it('rules over several columns are told at the row', () => {
    const sheet = [
      ['司法所', '状态', '状态说明', '状态起始日', '状态截止日'],
      ['甲镇', '部分开放', '装修', '2026-12-10', '2026-12-01'],
    ];
    expect(said(laid({ 司法所: sheet }))).toEqual([
      '司法所 第 2 行「状态截止日」：截止日早于起始日：写同一天或以后',
    ]);
  });

  it('a person for an office without a list of people asks for the source', () => {
    const people = [NEW_PERSON, ['乙镇', '示例丙', '所长', '负责人', '主持工作']];
    expect(said(laid({ 人员: people }))).toEqual([
      '乙镇司法所（人员）：没有写「来源与核实」；请在「来源与核实」表写「人员来源」',
    ]);
    const sources = [
      ['司法所', '人员来源'],
      ['乙镇', '东县司法局提供'],
    ];
    const imported = laid({ 人员: people, 来源与核实: sources });
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'staff', 'dong/yi')).toEqual({
      people: [{ id: 'ren-1', name: '示例丙', post: '所长', role: 'head', duties: ['主持工作'] }],
      provenance: { source: '东县司法局提供' },
    });
  });
});

describe('what a sheet changes, and what it leaves alone', () => {
  it('an empty cell and an absent row change nothing', () => {
    const imported = laid({ 人员: [NEW_PERSON, ['甲镇', '示例甲', '', '', '主持工作、接待']] });
    expect(changes(imported)).toEqual(['人员 示例甲 职责：主持工作 → 主持工作、接待']);
    expect(recordAfter(imported, 'staff')['people']).toHaveLength(2);
  });

  it('删除 in a cell takes the value out, in the column of actions the row', () => {
    const imported = laid({
      人员: [
        ['操作', ...NEW_PERSON, 'B角'],
        ['', '甲镇', '示例甲', '', '', '', '删除'],
        ['删除', '甲镇', '示例乙', '', '', '', ''],
      ],
    });
    expect(changes(imported)).toEqual(['人员 示例甲 B角：示例乙 → （空）', '人员 删除 示例乙']);
    expect(recordAfter(imported, 'staff')['people']).toEqual([
      { id: 'jia', name: '示例甲', post: '所长', role: 'head', duties: ['主持工作'] },
    ]);
  });

  it('opening again takes the text and dates of the closing along', () => {
    const closed = laid({
      司法所: [
        ['司法所', '状态', '状态说明', '状态起始日', '状态截止日'],
        ['甲镇', '部分开放', '装修', '2026-12-01', '2026-12-10'],
      ],
    });
    const office = closed.offices[0]?.files[0]?.after ?? '';
    const opened = laid(
      {
        司法所: [
          ['司法所', '状态', '地址'],
          ['甲镇', '正常', ''],
        ],
      },
      [{ ...jia, texts: { ...jia.texts, office } }],
    );
    expect(recordAfter(opened, 'office')['status']).toEqual({ state: 'normal' });
  });

  it('a new month stands in its place among the others', () => {
    const imported = laid({
      每月工作量: [
        ['司法所', '月份', '受理调解（件）'],
        ['甲镇', '2026年9月', '4'],
        ['甲镇', '2026-11', '少于5'],
      ],
    });
    expect(recordAfter(imported, 'statistics')['months']).toEqual([
      { month: '2026-09', mediations: 4 },
      { month: '2026-10', mediations: 3 },
      { month: '2026-11', mediations: '少于5' },
    ]);
  });

  it('whereabouts name people, who may come with the same workbook', () => {
    const imported = laid({
      人员: [NEW_PERSON, ['甲镇', '示例丙', '工作人员', '工作人员', '接待']],
      去向: [
        ['司法所', '日期', '姓名', '时段', '去向', '接替人'],
        ['甲镇', '2026-11-23', '示例丙', '9:00-12:00', '公出', '示例 乙'],
      ],
    });
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'whereabouts')['entries']).toContainEqual({
      date: '2026-11-23',
      person: 'ren-3',
      session: '09:00-12:00',
      state: '公出',
      substitute: 'yi',
    });
  });

  it('one changed cell changes one line of the file, and takes out the day on which the old was verified', () => {
    const imported = laid({ 人员: [NEW_PERSON, ['甲镇', '示例甲', '副所长', '', '']] });
    const [file] = imported.offices[0]?.files ?? [];
    const before = file?.before?.split('\n') ?? [];
    expect(file?.after.split('\n').filter((line) => !before.includes(line))).toEqual([
      '      "post": "副所长",',
      '    "source": "示例市司法局"',
    ]);
    expect(unverified(imported)).toEqual(['人员']);
  });

  it('a change with a new day of verification keeps it', () => {
    const imported = laid({
      人员: [NEW_PERSON, ['甲镇', '示例甲', '副所长', '', '']],
      来源与核实: [
        ['司法所', '人员核实日期'],
        ['甲镇', '2026-11-21'],
      ],
    });
    expect(unverified(imported)).toEqual([]);
    expect(recordAfter(imported, 'staff')['provenance']).toMatchObject({ verifiedOn: '2026-11-21' });
  });

  it('a new notice becomes a file; the same notice again changes nothing', () => {
    const sheet = [
      ['司法所', '标题', '类别', '发布日期', '正文'],
      ['乙镇', '开展宣传: 通知', '普法计划', '2026-11-20', '第一段\n第二段'],
    ];
    const imported = laid({ 公告: sheet });
    expect(said(imported)).toEqual([]);
    expect(imported.offices[0]?.files).toEqual([
      {
        path: 'offices/dong/yi/affairs/2026-11-20-publicity.md',
        after:
          '---\ntitle: "开展宣传: 通知"\ncategory: 普法计划\npublished: 2026-11-20\nsource: 东县司法局\n---\n\n第一段\n\n第二段\n',
      },
    ]);
    const notices = [{ file: '2026-11-20-publicity.md', title: '开展宣传: 通知' }];
    const again = laid({ 公告: sheet }, [{ ...yi, notices }]);
    expect(again.offices).toEqual([]);
    expect(said(again)[0]).toMatch(/^! 公告 第 2 行：已经有这篇公告（2026-11-20-publicity.md），没有再加/);
  });

  it('a notice without a day is not published again on the day of a later import, nor twice from two rows', () => {
    const row = ['乙镇', '开展宣传', '普法计划', '正文'];
    const sheet = [['司法所', '标题', '类别', '正文'], row, row];
    expect(changes(laid({ 公告: sheet }))).toEqual(['公告 新增 开展宣传']);
    const notices = [{ file: '2026-11-20-publicity.md', title: '开展宣传' }];
    expect(laid({ 公告: sheet }, [{ ...yi, notices }]).offices).toEqual([]);
    const dated = [
      ['司法所', '标题', '类别', '发布日期', '正文'],
      ['乙镇', '开展宣传', '普法计划', '2026-11-21', '正文'],
    ];
    expect(changes(laid({ 公告: dated }, [{ ...yi, notices }]))).toEqual(['公告 新增 开展宣传']);
  });
});

describe('two notices of one title', () => {
  const sheet = (...bodies: readonly string[]) => [
    ['司法所', '标题', '类别', '发布日期', '正文'],
    ...bodies.map((body) => ['乙镇', '公告', '通知公告', '2026-11-20', body]),
  ];
  const there = (body: string) => [
    { ...yi, notices: [{ file: '2026-11-20-notices.md', title: '公告', body }] },
  ];

  it('and one day that say different things are not taken for one: the second is refused, not passed over', () => {
    const apart = '，正文不一样；是另一篇，标题写得不同，例如加上事由；就是那一篇，删掉这一行';
    expect(said(laid({ 公告: sheet('停电', '搬迁') }))).toEqual([
      expect.stringContaining(`公告 第 3 行：和第 2 行的公告同名${apart}`),
    ]);
    expect(said(laid({ 公告: sheet('搬迁') }, there('停电')))).toEqual([
      expect.stringContaining(`公告 第 2 行：已经有同名的公告（2026-11-20-notices.md）${apart}`),
    ]);
  });

  it('that say the same are one', () => {
    const once = /^! 公告 第 \d 行：已经有这篇公告/;
    expect(said(laid({ 公告: sheet('停电', '停电') }))).toEqual([expect.stringMatching(once)]);
    expect(said(laid({ 公告: sheet('停电\n两天') }, there('停电\r\n\r\n两天\n')))).toEqual([
      expect.stringMatching(once),
    ]);
  });

  it('without a day are told apart by writing it', () => {
    const undated = [
      ['司法所', '标题', '类别', '正文'],
      ['乙镇', '公告', '通知公告', '搬迁'],
    ];
    expect(said(laid({ 公告: undated }, there('停电')))).toEqual([
      expect.stringContaining('是另一篇，写上它的发布日期'),
    ]);
  });
});

describe('sheets as office programs leave them', () => {
  const PEOPLE = ['司法所', '姓名', '职务', '岗位', '职责'];
  const BING = ['甲镇', '示例丙', '工作人员', '工作人员', '窗口接待'];

  it('a clock time and a date of LibreOffice (.ods) are read', async () => {
    const imported = await fixture('shijian.ods');
    expect(said(imported)).toEqual([
      '去向 第 3 行「时段」：“08:30”应写成“起-止”两个时间；例如写 08:30-12:00',
    ]);
    expect(changes(imported)).toContain('去向 新增 2026-12-03 示例甲 09:00-12:00');
    const added = recordAfter(imported, 'whereabouts')['entries'] as unknown[];
    expect(added).toContainEqual(expect.objectContaining({ date: '2026-12-03', back: '11:45' }));
  });

  it('every column that is not read is told, also one that has no heading', () => {
    const sheet = [
      [...PEOPLE, '年龄', '党派', '', '姓名'],
      [...BING, '40', '无', '下月退休', '示例丁'],
    ];
    expect(said(laid({ 人员: sheet }))).toEqual([
      '! 人员 第 1 行「年龄」：认不出这一列，没有导入；要导入的，填到导出的填报表里',
      '! 人员 第 1 行「党派」：认不出这一列，没有导入；要导入的，填到导出的填报表里',
      '! 人员 第 1 行「姓名」：前面已经有这一列，这一列没有导入；只留一列，把要写的并到一起',
      '! 人员 第 2 行「H 列」：这一列没有表头，里面写的没有导入；要导入，写在有表头的列里',
    ]);
  });

  it('tables pasted below each other are read each by its own heading', () => {
    const imported = laid({
      人员: [
        PEOPLE,
        BING,
        [],
        ['乙镇人员'],
        ['职务', '司法所', '姓名', '职责', '岗位'],
        ['所长', '乙镇', '示例丁', '主持工作', '负责人'],
      ],
      来源与核实: [
        ['司法所', '人员来源'],
        ['乙镇', '示例县司法局提供'],
      ],
    });
    expect(said(imported)).toEqual([]);
    expect(recordAfter(imported, 'staff', 'dong/yi')['people']).toEqual([
      { id: 'ren-1', name: '示例丁', post: '所长', role: 'head', duties: ['主持工作'] },
    ]);
  });

  it('a sheet of ours without its heading is refused with the words of the heading', () => {
    expect(said(laid({ 人员: [BING] }))[0]).toMatch(/^人员：找不到表头那一行.*司法所、姓名、职务/);
  });

  it('a form in which nothing is filled in is told as that', () => {
    expect(said(laid({ 公告: [['司法所', '标题', '类别', '正文']] }))).toEqual([
      '! 整个文件：表头认出来了，下面一行也没有填',
    ]);
  });

  it('two rows about the same that differ are refused, two uses of one number are two rows', () => {
    const head = ['司法所', '月份', '法律咨询（人次）'];
    const months = [head, ['甲镇', '2026-09', '5'], ['甲镇', '2026-09', '50']];
    expect(said(laid({ 每月工作量: months }))).toContain(
      '每月工作量 第 3 行「法律咨询（人次）」：和第 2 行写的不一样，只能留一个',
    );
    const phones = [
      ['司法所', '电话', '用途'],
      ['甲镇', '0833-2123459', '咨询电话'],
      ['甲镇', '0833-2123459', '传真'],
    ];
    const imported = laid({ 电话: phones });
    expect(said(imported)).toEqual([]);
    expect(changes(imported)).toEqual(['电话 新增 0833-2123459', '电话 新增 0833-2123459']);
  });

  it.each([
    ['每月工作量', '月份', '2026.1', '“2026.1”不是“年-月”；例如写 2026-10'],
    ['去向', '预计返回', '8.3', '“8.3”不是 24 小时制的“时:分”；例如写 17:00'],
    ['特殊日期', '起始日', '12月1日', '“12月1日”没有写是哪一年；例如写 2026-12-01'],
    [
      '电话',
      '电话',
      '8.33E+08',
      '“8.33E+08”是表格程序缩短的数，后面几位已经看不出来；请把格子设成“文本”，再写全',
    ],
  ])('in %s what a program has cut short is refused: %s %s', (sheet, heading, text, message) => {
    const rows = [
      ['司法所', heading],
      ['甲镇', text],
    ];
    expect(said(laid({ [sheet]: rows }))).toContain(`${sheet} 第 2 行「${heading}」：${message}`);
  });

  it('a source that is missing is asked for by the heading of its column', () => {
    const rows = [
      ['司法所', '月份', '法律咨询（人次）'],
      ['乙镇', '2026-09', '5'],
    ];
    const sources = [
      ['司法所', '联系方式来源'],
      ['乙镇', '示例县司法局提供'],
    ];
    expect(said(laid({ 每月工作量: rows, 来源与核实: sources }))).toEqual([
      '来源与核实 第 2 行：没有写「工作量来源」；例如写 示例县司法局提供',
    ]);
  });
});
