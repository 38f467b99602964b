/** A complete office for measuring, in the project's own model: everything in it is made up. */
import { addDays } from '../domain/dates.ts';

const MONTHS = 21;
const NOTICES = 5;
const SIGNS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];

/** A name of signs for a number: no two numbers share one. */
export function signs(number: number): string {
  const rest = Math.floor(number / SIGNS.length);
  return `${rest > 0 ? signs(rest - 1) : ''}${SIGNS[number % SIGNS.length] ?? ''}`;
}

export const checked = (day: string) => ({ source: '虚构，仅供测量', verifiedOn: day });
export const digits = (number: number, width: number) => String(number).padStart(width, '0');

/** A made-up township with its office. */
export interface SyntheticPlace {
  readonly county: string;
  /** Its division code. */
  readonly township: string;
  /** The number of the office within the city. */
  readonly at: number;
}

export const townshipName = ({ at }: SyntheticPlace) => `${signs(at)}山镇`;

function officeFile(place: SyntheticPlace, countyName: string, day: string): object {
  const short = `${townshipName(place)}司法所`;
  const { at } = place;
  return {
    name: `${countyName}${short}`,
    shortName: short,
    kind: 'township',
    status: { state: 'normal' },
    serves: [place.township],
    premises: 'own',
    place: {
      address: `${townshipName(place)}公示路${at + 1}号`,
      landmark: '镇政府大院内，进门左手第一间',
      transport: `乘${at + 1}路公交到“镇政府”站，下车步行2分钟`,
      point: {
        lon: 103 + (at % 100) / 100,
        lat: 29 + (Math.floor(at / 100) % 60) / 100,
        crs: 'WGS84',
        precision: 'office',
        source: '虚构，仅供测量',
      },
      access: { stepFree: true, lowCounter: true, toilet: false, parking: true },
    },
    phones: [
      { number: `0833-2${digits(at, 6)}`, use: 'consult', note: '办公时间接听' },
      { number: `0833-3${digits(at, 6)}`, use: 'duty', note: '节假日值班' },
    ],
    hours: {
      seasons: [
        {
          name: '全年',
          from: '01-01',
          to: '12-31',
          week: [{ days: [1, 2, 3, 4, 5], sessions: ['09:00-12:00', `13:${at % 2 ? '30' : '00'}-17:00`] }],
        },
      ],
    },
    plates: [`${townshipName(place)}公共法律服务工作站`],
    provenance: {
      establishment: checked(day),
      contact: checked(day),
      hours: checked(day),
      place: checked(day),
    },
  };
}

/** The one file of an office of which nothing but its name is known. */
export function plainOfficeFiles(place: SyntheticPlace, countyName: string): Record<string, object> {
  const shortName = `${townshipName(place)}司法所`;
  const serves = [place.township];
  const provenance = { establishment: { source: '虚构，仅供测量' } };
  const said = { shortName, kind: 'township', status: { state: 'normal' }, serves, provenance };
  return { 'office.json': { name: `${countyName}${shortName}`, ...said } };
}

const PEOPLE = ['ren-1', 'ren-2', 'ren-3', 'ren-4'];

const staffFile = (day: string): object => ({
  people: PEOPLE.map((id, at) => ({
    id,
    name: `虚构${signs(at)}`,
    post: at ? '司法助理员' : '所长',
    role: at ? 'assistant' : 'head',
    duties: ['窗口接待和法律咨询', '人民调解', '法治宣传和档案管理'],
    deputy: PEOPLE[(at + 1) % PEOPLE.length],
  })),
  vacancies: [],
  provenance: checked(day),
});

function statisticsFile(at: number, day: string): object {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 2;
  const month = (back: number) => {
    const number = last - back;
    return `${Math.floor(number / 12)}-${digits((number % 12) + 1, 2)}`;
  };
  return {
    months: Array.from({ length: MONTHS }, (_, step) => ({
      month: month(MONTHS - 1 - step),
      consultations: 20 + ((at + step) % 30),
      mediations: '10至14',
      mediationsSettled: '5至9',
      legalAidForwarded: 5 + ((at + step) % 5),
      lectures: '少于5',
      disputeChecks: 6 + (step % 4),
    })),
    provenance: checked(day),
  };
}

const whereaboutsFile = (day: string): object => ({
  entries: [0, 1, 2].flatMap((ahead) =>
    PEOPLE.map((person) => ({
      date: addDays(day, ahead),
      person,
      session: '09:00-17:00',
      state: '在岗',
    })),
  ),
});

const notice = (at: number, day: string) => `---
title: 第${at + 1}期法治宣传活动安排
category: 通知公告
published: ${day}
source: 司法所
summary: 在集市、学校和两个村开展宣传，欢迎参加。
---

本所安排了四场活动，都不收费，也不用报名。

| 地点 | 内容 |
| --- | --- |
| 集市口 | 民法典案例讲座 |
| 镇小学 | 宪法诵读 |
| 村委会 | 邻里纠纷怎么调 |

## 需要提前准备什么

带上与问题有关的合同、借条、照片就可以。行动不便的，可以打电话请我们上门。

- 第一场上午9点开始。
- 第二场下午2点开始。
`;

/** The files of an office's folder, by name: complete, and made up throughout. */
export const officeFiles = (
  place: SyntheticPlace,
  countyName: string,
  day: string,
): Record<string, object | string> => ({
  'office.json': officeFile(place, countyName, day),
  'staff.json': staffFile(day),
  'statistics.json': statisticsFile(place.at, day),
  'whereabouts.json': whereaboutsFile(day),
  ...Object.fromEntries(
    Array.from({ length: NOTICES }, (_, at) => addDays(day, -at * 7)).map((date, at) => [
      `affairs/${date}-huodong.md`,
      notice(at, date),
    ]),
  ),
});
