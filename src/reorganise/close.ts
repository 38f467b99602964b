/** Closing offices: their people and hours go, their papers stay, and others take over what they served. */
import type { Files } from '../editing/files.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import {
  countyOf,
  editOffices,
  mentioning,
  noteOf,
  officeRecord,
  refuseIf,
  withMembers,
  withoutFiles,
  withoutOwned,
  type Outcome,
} from './plan.ts';

export interface Closing {
  /** The offices that close. */
  readonly offices: readonly string[];
  /** The one that takes over; none where others serve their people already. */
  readonly into?: string | undefined;
  /** The day from which they are closed. */
  readonly since: string;
  /** What readers are told; of a merger it may be left out. */
  readonly text?: string | undefined;
  /** The document that says so. */
  readonly source: string;
}

/** What a closed office no longer has: people, where they are, pictures of them, its own ways of guides. */
const GOES = /^(?:staff\.json|whereabouts\.json|photos\/.+|services\/.+)$/;

function assess(files: Files, { offices, into, text }: Closing): void {
  const records = [...offices, ...(into === undefined ? [] : [into])].map((id) => ({
    id,
    record: officeRecord(files, id),
  }));
  refuseIf([
    offices.length === 0 && '请写要关闭的司法所',
    ...records.map(({ id, record }) => record.status.state === 'closed' && `${id} 已经关闭了`),
    ...offices.map((id) => id === into && `${id} 不能并入自己`),
    ...offices.map(
      (id) =>
        into !== undefined &&
        countyOf(id) !== countyOf(into) &&
        `${id} 和 ${into} 不在一个县，先用 move-township`,
    ),
    ...records.map(
      ({ id, record }) =>
        into === undefined &&
        record.area !== undefined &&
        `${id} 是片区司法所，请写由谁承接：merge ${id} --into <县>/<所>`,
    ),
    into === undefined && text === undefined && '请写给群众看的说明：--text',
  ]);
}

/** What is left of an office that has closed. */
function closedRecord(
  record: OfficeRecord,
  { into, since, text, source }: Closing,
  heir: string,
): OfficeRecord {
  const { name, shortName, localName, note } = record;
  return {
    name,
    shortName,
    ...(localName && { localName }),
    kind: 'township',
    status: {
      state: 'closed',
      text: text ?? `已并入${heir}`,
      since,
      ...(into !== undefined && { successor: into }),
    },
    serves: [],
    provenance: { establishment: { source } },
    ...(note && { note }),
  };
}

/** Codes of two offices as those of one: a village needs no mention where its township is served whole. */
export const joinServes = (own: readonly string[], more: readonly string[]): string[] => {
  const all = [...new Set([...own, ...more])];
  return all.filter((code) => code.length === 9 || !all.includes(code.slice(0, 9)));
};

/** The office that takes over, with what the closed ones served and led. */
function heirOf(record: OfficeRecord, id: string, closed: readonly OfficeRecord[], gone: readonly string[]) {
  const serves = closed.reduce((codes, one) => joinServes(codes, one.serves), joinServes(record.serves, []));
  const areas = closed.flatMap(({ area }) => area ?? []);
  const [first] = areas;
  if (!first) return { ...record, serves };
  const area = record.area ?? first;
  const members = [record.area, ...areas].flatMap((one) => one?.members ?? []);
  const matters = [record.area, ...areas].flatMap((one) => one?.matters ?? []);
  const kept = [...new Set(members)].filter((one) => one !== id && !gone.includes(one));
  const next: OfficeRecord = {
    ...record,
    kind: 'area',
    serves,
    area: { ...area, matters: [...new Set(matters)] },
  };
  return withMembers(next, kept);
}

/** The others: none of them counts a closed office as a member or sends people there. */
function relieved(record: OfficeRecord, { offices, into }: Closing): OfficeRecord {
  const { status, area } = record;
  const members = area?.members.filter((one) => !offices.includes(one));
  const next =
    members && members.length < (area?.members.length ?? 0) ? withMembers(record, members) : record;
  if (status.state !== 'closed' || !status.successor || !offices.includes(status.successor)) return next;
  const { successor: _, ...rest } = status;
  return { ...next, status: into === undefined ? rest : { ...rest, successor: into } };
}

/** Closes offices; with `into`, that one serves from now on whom they served. Throws a `Refusal`. */
export function closeOffices(files: Files, closing: Closing): Outcome {
  assess(files, closing);
  const { offices, into } = closing;
  const before = new Map(offices.map((id) => [id, officeRecord(files, id)]));
  const heir = into === undefined ? undefined : officeRecord(files, into);
  const rest = editOffices(files, (record, id) => {
    const own = before.get(id);
    if (own) return closedRecord(own, closing, heir?.name ?? '');
    return id === into
      ? heirOf(relieved(record, closing), id, [...before.values()], offices)
      : relieved(record, closing);
  });
  const goes = (path: string) =>
    offices.some((id) => path.startsWith(`offices/${id}/`) && GOES.test(path.slice(`offices/${id}/`.length)));
  const next = withoutOwned(withoutFiles(rest, goes), offices);
  return { files: next, notes: notesOf(next, closing, [...before.values()], heir) };
}

function notesOf(
  files: Files,
  closing: Closing,
  closed: readonly OfficeRecord[],
  heir?: OfficeRecord,
): string[] {
  const { offices, into } = closing;
  const own = (path: string) =>
    [...offices, ...(into ? [into] : [])].some((id) => path.startsWith(`offices/${id}/`));
  const addresses = offices.map((id) => `/offices/${id}/`);
  const words = [...closed.flatMap(({ name, shortName }) => [name, shortName]), ...addresses];
  return [
    ...noteOf('还提到关闭的司法所，请看一看', mentioning(files, words, own)),
    ...(heir?.sharedRule ? [`${into} 写着共同服务的规则（sharedRule），请看是不是还要`] : []),
    ...(closed.some(({ area }) => area)
      ? ['关闭的有片区司法所，请核对接替的所的片区名称、成员所和业务']
      : []),
    '关闭的所在数据分支上的去向，请一并删除',
  ];
}
