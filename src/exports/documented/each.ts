import { ATOM, CALENDAR, JSON_TYPE, one } from './row.ts';

/** Files of which there is one for each county, office or guide. */
export const EACH_FILES = {
  office: one(
    '/data/offices/<county>/<office>.json',
    JSON_TYPE,
    ['一个司法所', '和“司法所”里的一条相同。', 'One entry of the list of offices by itself.'],
    { schema: 'Office' },
  ),
  officeCard: one('/data/offices/<county>/<office>.vcf', 'text/vcard; charset=utf-8', [
    '一个司法所的名片',
    '存进手机通讯录；公开了电话或地址的所才有。',
    'A vCard 4.0, where a telephone or an address is published.',
  ]),
  officeCalendar: one(
    '/data/offices/<county>/<office>.ics',
    CALENDAR,
    [
      '一个司法所的办公日历',
      '今后60天每个办公时段，放假、调休、赶场日都算进去了；公开了办公时间的所才有。',
      'An iCalendar of the sessions of the next 60 days, holidays, make-up days and market days counted in.',
    ],
    { dated: true },
  ),
  whereabouts: one(
    '/data/whereabouts/<county>/<office>.json',
    JSON_TYPE,
    [
      '一个司法所的去向',
      '当天和以后几天的在岗、外出情况；每天更换，不留历史。',
      'Who is in on the coming days; replaced daily, without history.',
    ],
    { schema: 'Whereabouts', dated: true },
  ),
  changes: one(
    '/data/changes/<date>.json',
    JSON_TYPE,
    [
      '一天改了什么',
      '这天发布的一版改了哪些司法所的什么，来源是谁，改后是什么；不含人员、去向和说明文字。已有副本的，只取新的几天。',
      'What the release of a day changed in which offices, on whose word, and each office’s record after it; nothing of people, whereabouts or free text. Fetch the new days, not the city.',
    ],
    { schema: 'Changes' },
  ),
  historyFeed: one('/offices/<county>/<office>/history/feed.xml', ATOM, [
    '一个司法所改过什么',
    '每次发布改了本所的什么。',
    'What each release changed in one office.',
  ]),
  reminder: one('/services/<guide>/reminder.ics', CALENDAR, [
    '办事提醒',
    '一份指南一个：要带什么、去哪里、几点办。不定日期，导入日历后自己选。',
    'A to-do per guide: what to bring and where to go; the date is the reader’s to choose.',
  ]),
  countyFeed: one('/offices/<county>/feed.xml', ATOM, [
    '一个县的更新',
    '本县各所的公告和所务。',
    'New notices of the offices of one county.',
  ]),
  officeFeed: one('/offices/<county>/<office>/feed.xml', ATOM, [
    '一个司法所的更新',
    '本所的公告和所务。',
    'New notices of one office.',
  ]),
  guideFeed: one('/services/<guide>/feed.xml', ATOM, [
    '一份指南的更新',
    '指南改写、各地有不同写法时更新。',
    'When a guide or a local text of it is rewritten.',
  ]),
} as const;
