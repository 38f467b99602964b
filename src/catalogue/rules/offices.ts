import type { Problem } from '../../domain/problems.ts';
import type { ListedKind } from '../../kinds.ts';
import { suggest } from '../suggest.ts';
import type { Contents, CountyFiles, Realm } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';
import { checkReference, checkReferences, checkUnique, type Target } from './reference.ts';
import { servicesOf, territoryOf, type Service, type Territory } from './territory.ts';

const realms = ({ real, samples }: Contents) => [real, samples];

/** What an office serves is a township or village of its own county, written once. */
export const checkServes = (contents: Contents): Problem[] =>
  realms(contents).flatMap(({ counties }) =>
    counties.flatMap((county) => {
      const territory = territoryOf(county);
      if (!territory) return [];
      return servicesOf(county, territory).flatMap((service) => servesProblems(service, territory, counties));
    }),
  );

function servesProblems(
  { office, open }: Service,
  territory: Territory,
  counties: readonly CountyFiles[],
): Problem[] {
  if (!office) return [];
  const unknown = listAt(office.raw, ['serves']).flatMap((code, at) => {
    if (!open || typeof code !== 'string' || !/^(?:\d{9}|\d{12})$/.test(code) || territory.names.has(code))
      return [];
    const elsewhere = counties.find((one) => territoryOf(one)?.names.has(code));
    const message = elsewhere ? `${code} 属于 ${elsewhere.slug}，不在本县` : `本县没有区划代码 ${code}`;
    const remedy = elsewhere ? '司法所只服务本县的乡镇、村，删掉这一项' : nearestCode(code, territory);
    return [problemAt(office, { kind: 'reference', path: ['serves', at], message, remedy })];
  });
  return [...unknown, ...checkUnique(office, ['serves'], undefined, '区划代码')];
}

function nearestCode(code: string, { names }: Territory): string {
  const near = suggest(
    code,
    [...names.keys()].filter((one) => one.length === code.length),
  );
  return near ? `是不是 "${near}"（${names.get(near)}）` : '在 divisions/ 里查这个乡镇、村的代码';
}

const officesOf = ({ offices }: Realm): Target => ({
  name: '司法所',
  ids: new Set(offices.map(({ id }) => id)),
});

/** An area office's members, and the office that took over from a closed one, exist in the same realm. */
export const checkOfficeReferences = (contents: Contents): Problem[] =>
  realms(contents).flatMap((realm) => {
    const target = officesOf(realm);
    return realm.offices.flatMap(({ id, office }) =>
      office
        ? [
            ...checkReferences(office, ['area', 'members'], target),
            ...checkUnique(office, ['area', 'members'], undefined, '成员所'),
            ...checkReference(office, ['status', 'successor'], target),
            ...selfProblems(office, id),
          ]
        : [],
    );
  });

function selfProblems(office: Entry, id: string): Problem[] {
  const own = listAt(office.raw, ['area', 'members']).indexOf(id);
  const paths = [
    ...(own >= 0 ? [{ path: ['area', 'members', own], message: '成员所不能是本所' }] : []),
    ...(textAt(office.raw, ['status', 'successor']) === id
      ? [{ path: ['status', 'successor'], message: '接替的不能是本所' }]
      : []),
  ];
  return paths.map((one) => problemAt(office, { ...one, kind: 'reference', remedy: '写另一个司法所的编号' }));
}

/** A closed office is replaced by one that is open: nobody is sent to a locked door. */
export const checkSuccessors = (contents: Contents): Problem[] =>
  realms(contents).flatMap(({ offices }) =>
    offices.flatMap(({ id, office }) => {
      const successor = textAt(office?.raw, ['status', 'successor']);
      const next = offices.find((one) => one.id === successor && one.id !== id)?.office;
      if (!office || textAt(next?.raw, ['status', 'state']) !== 'closed') return [];
      const further = textAt(next?.raw, ['status', 'successor']);
      const known = offices.some((one) => one.id === further && further !== id);
      const remedy = known ? `改成 "successor": "${further}"` : '写仍在办公的司法所';
      const path = ['status', 'successor'];
      return [problemAt(office, { kind: 'reference', path, message: `${successor} 也已关闭`, remedy })];
    }),
  );

/** An office belongs to one area at most. */
export const checkAreas = (contents: Contents): Problem[] =>
  realms(contents).flatMap(({ offices }) => {
    const taken = new Map<string, string>();
    return offices.flatMap(({ id, office }) =>
      listAt(office?.raw, ['area', 'members']).flatMap((member, at) => {
        if (!office || typeof member !== 'string') return [];
        const earlier = taken.get(member);
        if (earlier === undefined || earlier === id) {
          taken.set(member, id);
          return [];
        }
        const message = `${member} 已经是 ${earlier} 的成员所`;
        const path = ['area', 'members', at];
        return [
          problemAt(office, {
            kind: 'duplicate',
            path,
            message,
            remedy: '一个司法所只属于一个片区，删掉一处',
          }),
        ];
      }),
    );
  });

/** The services of an office and the matters of an area are described in `services/` or `functions/`. */
export function checkOfficeMatters(contents: Contents): Problem[] {
  const services = slugsOf(contents, 'service');
  const functions = slugsOf(contents, 'functionPage');
  const matters = { name: '工作职能或办事指南', ids: new Set([...functions, ...services]) };
  return realms(contents).flatMap(({ offices }) =>
    offices.flatMap(({ office }) =>
      office
        ? [
            ...checkReferences(office, ['services'], { name: '办事指南', ids: services }),
            ...checkUnique(office, ['services'], undefined, '办事指南'),
            ...listAt(office.raw, ['serviceNotes']).flatMap((_, at) =>
              checkReference(office, ['serviceNotes', at, 'service'], { name: '办事指南', ids: services }),
            ),
            ...checkUnique(office, ['serviceNotes'], 'service', '办事指南'),
            ...checkReferences(office, ['area', 'matters'], matters),
          ]
        : [],
    ),
  );
}

/** The slugs of all files of a kind, readable or not. */
export const slugsOf = (contents: Contents, kind: ListedKind): Set<string> =>
  new Set(contents.of(kind).map(({ names }) => names['slug'] ?? ''));
