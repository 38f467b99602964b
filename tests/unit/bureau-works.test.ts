import { describe, expect, it } from 'vitest';
import { noticeOf } from '../../src/calendar/notice.ts';
import { linesOf } from '../../src/calendar/pasted.ts';
import { ownersWith } from '../../src/client/admin/bureau/owners-with.ts';
import { needAt } from '../../src/client/admin/bureau/reorganise-plan.ts';
import { KINDS } from '../../src/kinds.ts';
import { needOf } from '../../src/domain/ownership.ts';

/** As the notice for 2026 was published. */
const NOTICE_2026 = `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班。`;

describe('the calendar of a year, from what somebody pastes', () => {
  it('is read from the text of the notice itself', () => {
    expect(noticeOf(linesOf(NOTICE_2026), 2026)).toEqual({
      off: [
        { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
        { name: '春节', from: '2026-02-15', to: '2026-02-23' },
        { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
        { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
        { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
        { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
        { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
      ],
      work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    });
  });

  it('of one day, over a change of month, from a table', () => {
    const one = '一、清明节：4月5日（周日）放假。\n二、劳动节：4月29日至5月3日放假，4月25日、5月9日上班。';
    expect(noticeOf(linesOf(one), 2026)).toEqual({
      off: [
        { name: '清明节', from: '2026-04-05', to: '2026-04-05' },
        { name: '劳动节', from: '2026-04-29', to: '2026-05-03' },
      ],
      work: ['2026-04-25', '2026-05-09'],
    });
    const table = '节日\t放假起\t放假止\t调休上班\n元旦\t1月1日\t1月3日\t1月4日\n';
    expect(noticeOf(linesOf(table), 2026)).toMatchObject({ work: ['2026-01-04'] });
  });

  it('is refused with the line where a weekday is not the true one, or nothing is understood', () => {
    expect(noticeOf(linesOf('一、元旦：1月1日（周五）放假。'), 2026)).toEqual([
      '第 1 行「放假起」：“1月1日（周五）”其实是周四，日期或星期写错了',
    ]);
    expect(noticeOf(linesOf('放假安排如下'), 2026)[0 as never]).toContain('缺少列');
  });
});

describe('accounts from a table', () => {
  it('are put beside those that are there; one that is there has what the table says', () => {
    const now = {
      accounts: [
        { account: 'Jia', offices: ['dong/jia'] },
        { account: 'ju', counties: ['dong'] },
      ],
    };
    const fresh = [
      { account: 'jia', offices: ['dong/yi'] },
      { account: 'xin', offices: ['xi/bing'] },
    ];
    expect(ownersWith(now, fresh)).toEqual({
      accounts: [
        { account: 'jia', offices: ['dong/yi'] },
        { account: 'ju', counties: ['dong'] },
        { account: 'xin', offices: ['xi/bing'] },
      ],
    });
  });
});

describe('what a change of a file needs', () => {
  it.each([
    ['offices/dong/jia/office.json', 'office'],
    ['offices/dong/jia/photos/jia.jpg', undefined],
    ['counties/dong.json', 'county'],
    ['divisions/dong.json', 'divisions'],
    ['affairs/2026-11-03-jihua.md', 'notice'],
    ['calendar/2027.json', 'calendar'],
    ['owners.json', 'owners'],
    ['privacy-allow.json', 'privacyAllow'],
    ['redirects.json', 'redirects'],
  ] as const)('is on the form page what it is at the gate: %s', (file, kind) => {
    expect(needAt(file)).toEqual(needOf(file, kind && KINDS[kind].owner));
  });
});
