/** Where the notices of an owner are kept and read: of an office, by its id, or of the city. */
import type { TextPlace } from './adaptations.ts';
import { paths } from './urls.ts';

/** The owner of the city's own notices. */
export const CITY_NOTICES = 'affairs';

/** Whose files a place's own text of a guide carries along: those of its office or county, else the city's. */
export const ownerOfText = ({ county, office }: TextPlace): string => office ?? county ?? CITY_NOTICES;

/** Below the content folder. */
export const noticeFolder = (owner: string): string =>
  owner === CITY_NOTICES ? owner : `offices/${owner}/affairs`;

/** Where those lie that hold what an owner's texts carry; a county, by its name, has texts of guides alone. */
const carrierOwner = (owner: string): string =>
  owner.includes('/') ? `offices/${owner}` : `counties/${owner}`;

/** Where the attachments of its texts lie. */
export const attachmentFolder = (owner: string): string =>
  owner === CITY_NOTICES ? `${owner}/files` : `${carrierOwner(owner)}/files`;

/** Where texts stand that may carry them: notices, and texts of guides. */
export const carrierFolders = (owner: string): string[] => [
  ...(owner === CITY_NOTICES || owner.includes('/') ? [noticeFolder(owner)] : []),
  owner === CITY_NOTICES ? 'services' : `${carrierOwner(owner)}/services`,
];

/** The page of a notice; `name` is that of its file, without its ending. */
export const noticeAddress = (owner: string, name: string): string =>
  owner === CITY_NOTICES ? paths.cityNotice(name) : paths.notice(owner, name);

/** The pages that list an owner's notices. */
export const noticeLists = (owner: string): string[] =>
  owner === CITY_NOTICES ? [paths.notices] : [paths.office(owner), paths.officeNotices(owner)];
