import type { Within } from '../domain/urls.ts';
import type { Asset } from './assets.ts';
import type { CountyFiles, OfficeFiles } from './contents.ts';
import { dataOf, linkNotices } from './documents.ts';
import { tell } from '../domain/suppression.ts';
import type { Community, County, Office } from './types.ts';

/** An office while it is being linked; pages see it as an `Office`. */
export type OfficeDraft = {
  -readonly [K in keyof Office]: K extends 'communities'
    ? Community[]
    : K extends 'members'
      ? OfficeDraft[]
      : Office[K];
};

/** What holds for all offices of a county while they are linked. */
interface Setting {
  readonly within: Within;
  readonly sample: boolean;
  readonly assets: readonly Asset[];
}

/** The offices of a county in the order of the townships they serve, joined to each other. */
export function linkOffices(files: CountyFiles, county: County, setting: Setting): OfficeDraft[] {
  const rank = rankOf(county);
  const drafts = files.offices.map((one) => draftOf(one, county, setting));
  const offices = drafts.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  const byId = new Map(offices.map((office) => [office.id, office]));
  for (const office of offices) {
    const { area, status } = office.record;
    for (const id of area?.members ?? []) {
      const member = byId.get(id);
      if (!member) continue;
      office.members.push(member);
      member.areaOffice = office;
    }
    if (status.state === 'closed' && status.successor) office.successor = byId.get(status.successor);
  }
  return offices;
}

function draftOf(files: OfficeFiles, county: County, { within, sample, assets }: Setting): OfficeDraft {
  const record = dataOf(files.office, `${files.id}/office.json`);
  return {
    id: files.id,
    slug: files.slug,
    sample,
    record,
    county,
    townships: county.townships.filter((township) => record.serves.includes(township.record.code)),
    communities: [],
    staff: files.staff?.data,
    whereabouts: files.whereabouts?.data,
    statistics: files.statistics?.data && tell(files.statistics.data),
    notices: linkNotices(files.id, files.notices, assets, within),
    members: [],
    areaOffice: undefined,
    successor: undefined,
  };
}

/** The place of an office's first township, or of the township of its first village; last without either. */
function rankOf(county: County): (office: OfficeDraft) => number {
  const places = new Map(county.townships.map(({ record }, at) => [record.code, at]));
  return ({ record, slug }) => {
    const served = record.serves.flatMap((code) => places.get(code.slice(0, 9)) ?? []);
    const own = county.townships.findIndex((township) => township.record.slug === slug);
    return Math.min(...served, ...(served.length === 0 && own >= 0 ? [own] : []));
  };
}
