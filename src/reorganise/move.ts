/** A township that goes to another county, with the offices that serve it. */
import { edit, movedFolder, type Files } from '../editing/files.ts';
import type { Divisions, TownshipRecord } from '../schemas/divisions.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import type { Owners } from '../schemas/owners.ts';
import type { PrivacyAllow } from '../schemas/privacy-allow.ts';
import { movesOf, withLinks, withRedirects } from './addresses.ts';
import { codesFor, recode, recodedTownship, refuseTaken, type Recoding } from './codes.ts';
import {
  countyRecord,
  divisionsFile,
  editOffices,
  mentioning,
  noteOf,
  officeFile,
  officesIn,
  refuseIf,
  townshipOf,
  withMembers,
  type Named,
  type Outcome,
} from './plan.ts';

interface Moving {
  /** `<county>/<slug>` */
  readonly township: string;
  /** The county it goes to. */
  readonly to: string;
  /** Its new code, which begins with that of the county. */
  readonly code: string;
  /** Another name in addresses, where the new county has one of that name. */
  readonly slug?: string | undefined;
  readonly recoding: Recoding;
}

/** Old ids of the offices that move with the new ones. */
type Ids = ReadonlyMap<string, string>;

const inside = (code: string) => (one: string) => one.startsWith(code);

const townshipsOf = (files: Files): TownshipRecord[] =>
  [...files.entries()].flatMap(([path, body]) =>
    /^divisions\/[^/]+\.json$/.test(path) && typeof body === 'string'
      ? (JSON.parse(body) as Divisions).townships
      : [],
  );

function idsOf(files: Files, { record }: Named, { to, slug, township }: Moving): Ids {
  const serving = officesIn(files).filter(({ record: office }) => office.serves.some(inside(record.code)));
  refuseIf(
    serving.map(
      ({ id, record: office }) =>
        !office.serves.every(inside(record.code)) &&
        `${office.name}（${id}）还服务别的乡镇：先在它的 serves 里删掉${record.name}，为${record.name}写好接手的司法所，再移`,
    ),
  );
  const own = (id: string) => (id === township && slug !== undefined ? slug : id.split('/')[1]);
  return new Map(serving.map(({ id }) => [id, `${to}/${own(id)}`]));
}

function assess(files: Files, { record, county }: Named, moving: Moving, ids: Ids): void {
  const target = countyRecord(files, moving.to);
  const there = townshipsOf(files).filter(({ code }) => code.startsWith(target.code));
  const slug = moving.slug ?? record.slug;
  refuseIf([
    county === moving.to && `${record.name}本来就在${target.name}`,
    !moving.code.startsWith(target.code) && `新代码 ${moving.code} 不以${target.name}的 ${target.code} 开头`,
    there.some((one) => one.slug === slug) && `${target.name}已经有网址名 ${slug} 的乡镇，用 --slug 另取一个`,
    ...[...ids.values()].map(
      (id) => files.has(officeFile(id)) && `${target.name}已经有 ${id} 这个司法所，用 --slug 另取一个`,
    ),
  ]);
}

/** In the order of codes, as published lists have it. */
const placed = (all: readonly TownshipRecord[], one: TownshipRecord): TownshipRecord[] => {
  const at = all.findIndex(({ code }) => code > one.code);
  return at < 0 ? [...all, one] : [...all.slice(0, at), one, ...all.slice(at)];
};

function withTownship(files: Files, from: Named, { to, slug }: Moving, moved: TownshipRecord): Files {
  const taken = edit<Divisions>(files, divisionsFile(from.county), (record) => ({
    ...record,
    townships: record.townships.filter((one) => one.slug !== from.record.slug),
  }));
  return edit<Divisions>(taken, divisionsFile(to), (record) => ({
    ...record,
    townships: placed(record.townships, { ...moved, slug: slug ?? moved.slug }),
  }));
}

/** An office as the move leaves it: an area stays within its county. */
function officeAfter(
  record: OfficeRecord,
  id: string,
  ids: Ids,
  names: readonly [string, string],
): OfficeRecord {
  const moves = ids.has(id);
  const kept = record.area?.members.filter((one) => ids.has(one) === moves).map((one) => ids.get(one) ?? one);
  const { status } = record;
  const successor = status.state === 'closed' && status.successor ? ids.get(status.successor) : undefined;
  const called = moves
    ? { ...record, name: record.name.replace(...names), shortName: record.shortName.replace(...names) }
    : record;
  const led = kept ? withMembers(called, kept) : called;
  return successor === undefined
    ? led
    : { ...led, status: { ...status, successor } as OfficeRecord['status'] };
}

const renamedIds = (files: Files, ids: Ids): Files => {
  const owned = edit<Owners>(files, 'owners.json', ({ accounts }) => ({
    accounts: accounts.map((one) =>
      one.offices ? { ...one, offices: one.offices.map((id) => ids.get(id) ?? id) } : one,
    ),
  }));
  const fileAfter = (file: string) =>
    file.replace(/^offices\/([^/]+\/[^/]+)\//, (all, id: string) =>
      ids.has(id) ? `offices/${ids.get(id)}/` : all,
    );
  return edit<PrivacyAllow>(owned, 'privacy-allow.json', ({ allow }) => ({
    allow: allow.map((one) => ({ ...one, file: fileAfter(one.file) })),
  }));
};

/** Moves a township to another county with its offices: records, codes, addresses and whatever names them. */
export function moveTownship(files: Files, moving: Moving): Outcome {
  const named = townshipOf(files, moving.township);
  const ids = idsOf(files, named, moving);
  assess(files, named, moving, ids);
  const codes = codesFor(named, moving.code, moving.recoding);
  refuseTaken(townshipsOf(files), codes);
  const names = [countyRecord(files, named.county).name, countyRecord(files, moving.to).name] as const;
  const divided = withTownship(files, named, moving, recodedTownship(named.record, codes));
  const offices = editOffices(recode(divided, codes), (record, id) => officeAfter(record, id, ids, names));
  const reason = `${named.record.name}划归${names[1]}`;
  const moved = [...ids].reduce(
    (now, [from, to]) => {
      const moves = movesOf(now, from, to);
      const linked = withLinks(now, from, to);
      return withRedirects(movedFolder(linked, `offices/${from}/`, `offices/${to}/`), moves, reason);
    },
    renamedIds(offices, ids),
  );
  return { files: moved, notes: notesOf(moved, named, ids, names) };
}

function notesOf(
  files: Files,
  { county, record }: Named,
  ids: Ids,
  names: readonly [string, string],
): string[] {
  const [from, to] = names;
  const own = (path: string) => [...ids.values()].some((id) => path.startsWith(`offices/${id}/`));
  const paths = [...files.keys()];
  const written = (path: string) => own(path) || path.startsWith('divisions/') || path === 'redirects.json';
  return [
    ...noteOf(
      `本所文件里还写着${from}，请看一看`,
      mentioning(files, [from], (path) => !own(path)),
    ),
    ...noteOf(`别处还写着“${record.name}”，请看一看`, mentioning(files, [record.name], written)),
    ...noteOf(
      `${from}的办事指南写法不再用于本所`,
      paths.filter((path) => path.startsWith(`counties/${county}/services/`)),
    ),
    ...noteOf(
      '附件换了网址，旧网址不能跳转',
      paths.filter((path) => own(path) && /^offices\/[^/]+\/[^/]+\/files\//.test(path)),
    ),
    ...[...ids].map(([old, id]) => `数据分支上 offices/${old}/ 的去向，请移到 offices/${id}/`),
    `电话、监督电话、办公时间是不是还对，请${to}司法局核对；从现在起由负责${to}的账号改`,
    ...(ids.size === 0 ? [`没有只服务${record.name}的司法所，请写好由谁服务`] : []),
  ];
}
