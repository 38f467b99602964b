/** An office with as much of everything as a board could ever have to carry; fictional throughout. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Json = Record<string, unknown>;

export const checked = { source: '测试用，虚构', verifiedOn: '2026-11-20' };

/** Writes a file of content anew. */
export const change = (file: string, make: (old: Json) => Json) =>
  writeFileSync(file, JSON.stringify(make(JSON.parse(readFileSync(file, 'utf8')) as Json), null, 2));

const DUTIES = ['受委托的社区矫正和安置帮教工作', '人民调解、法律援助申请的初审转交', '法治宣传和档案管理'];

/** Ten people, each standing in for the one before, and a post that is vacant. */
function staff(): Json {
  const names = [...'子丑寅卯辰巳午未申酉'];
  const people = names.map((name, at) => ({
    id: `ren-${at}`,
    name: `虚构${name}`,
    post: at ? '司法助理员' : '所长',
    role: at ? 'assistant' : 'head',
    duties: DUTIES,
    deputy: `ren-${(at + 1) % names.length}`,
  }));
  const vacancies = [{ post: '工作人员', since: '2026-10-01', acting: 'ren-1' }];
  return { people, vacancies, provenance: checked };
}

const USES = ['consult', 'duty', 'duty', 'fax', 'fax', 'supervision', 'supervision'];
const note = '办公时间有人接听，节假日请拨公共热线';
const SEASONS = [
  { name: '春季', from: '01-01', to: '04-30' },
  { name: '夏季', from: '05-01', to: '08-31' },
  { name: '秋冬', from: '09-01', to: '12-31' },
];
const week = [{ days: [1, 2, 3, 4, 5, 6, 7], sessions: ['06:30-08:30', '18:30-20:30'] }];

/** Adds to the telephones that an office has until there are eight, and gives it all the rest. */
export function crowd(content: string, id: string): void {
  const folder = join(content, 'offices', id);
  writeFileSync(join(folder, 'staff.json'), JSON.stringify(staff()));
  const more = USES.map((use, at) => ({ number: `0833-8${String(at).repeat(6)}`, use, note }));
  change(join(folder, 'office.json'), (old) => ({
    ...old,
    phones: [...(old['phones'] as Json[]), ...more],
    hours: {
      seasons: SEASONS.map((one) => ({ ...one, week })),
      note: '下村走访时窗口可能只有一人，请先打电话',
    },
    place: {
      ...(old['place'] as Json),
      address: '峨边彝族自治县黑竹沟镇虚构大道一千二百三十四号便民服务中心二楼',
      landmark: '镇政府大院内，进门左手第一间',
    },
    provenance: { ...(old['provenance'] as Json), contact: checked, hours: checked, place: checked },
  }));
}
