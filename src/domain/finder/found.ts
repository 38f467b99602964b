import { countyPath, officePath } from '../urls.ts';
import { hasHan } from './normalise.ts';
import type { FinderPlace } from './places.ts';

/** An answer of the box: where it leads and why it is one. */
export interface FinderHit {
  /** Its address within the site, without base. */
  readonly path: string;
  /** 苏稽镇司法所 */
  readonly name: string;
  readonly county: string;
  /** 原童家镇; empty where the name itself says it. */
  readonly why: string;
  /** The village or former name that led to it, for its page to confirm. */
  readonly via?: string | undefined;
  /** True when the very name was typed. */
  readonly exact?: boolean | undefined;
}

/** Why a name led to an office. */
function whyOf({ kind, word, right }: FinderPlace, query: string, near: boolean): string {
  const name = word.name;
  const reasons = {
    township: near ? `读音相近：${name}` : hasHan(query) ? '' : '拼音相符',
    county: '',
    misspelling: `${right}，常误写作${name}`,
    former: `原${name}`,
    village: `${name.endsWith('社区') ? '社区' : '村'}：${name}`,
    formerVillage: `原${name}`,
    phone: `电话${name}`,
    code: `${name.length > 6 ? '区划代码' : '邮编'}${name}`,
  };
  return near && kind !== 'township' ? `读音相近，${reasons[kind]}` : reasons[kind];
}

/** What is shown for a place. A county leads to the list of its offices. */
export function foundAt(place: FinderPlace, query: string, near: boolean): FinderHit {
  const { office, county } = place;
  const path = office ? officePath(office.id) : countyPath(county.slug);
  if (!office)
    return { path, name: `${county.name}全部司法所`, county: county.name, why: `${county.offices.length}个` };
  const why = whyOf(place, query, near);
  const township = office.townships[0] ?? '';
  const whose = office.name.includes(township) ? '' : township;
  const { kind, word } = place;
  return {
    path,
    name: office.name,
    county: county.name,
    why: [whose, why].filter(Boolean).join(' · '),
    via: /village|former/i.test(kind) ? word.name : undefined,
    exact: word.name === query || undefined,
  };
}

/** 苏稽镇司法所 — 市中区 · 原杨湾乡 */
export const labelOf = ({ name, county, why }: FinderHit): string =>
  `${name} — ${[county, why].filter(Boolean).join(' · ')}`;
