/** Where the notices of an owner are kept and read: of an office, by its id, or of the city. */
import { paths } from './urls.ts';

/** The owner of the city's own notices. */
export const CITY_NOTICES = 'affairs';

/** Below the content folder. */
export const noticeFolder = (owner: string): string =>
  owner === CITY_NOTICES ? owner : `offices/${owner}/affairs`;

/** Where the attachments of its notices lie. */
export const noticeFiles = (owner: string): string =>
  owner === CITY_NOTICES ? `${owner}/files` : `offices/${owner}/files`;

/** Where texts stand that may carry them: notices, and texts of guides. */
export const carrierFolders = (owner: string): string[] => [
  noticeFolder(owner),
  owner === CITY_NOTICES ? 'services' : `offices/${owner}/services`,
];

/** The page of a notice; `name` is that of its file, without its ending. */
export const noticeAddress = (owner: string, name: string): string =>
  owner === CITY_NOTICES ? paths.cityNotice(name) : paths.notice(owner, name);

/** The pages that list an owner's notices. */
export const noticeLists = (owner: string): string[] =>
  owner === CITY_NOTICES ? [paths.notices] : [paths.office(owner), paths.officeNotices(owner)];
