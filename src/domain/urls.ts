export function countyPath(county: string): string {
  return `/offices/${county}/`;
}

/** `id` is `county/office`, or `samples/office` for a sample. */
export function officePath(id: string): string {
  return id.startsWith('samples/') ? `/${id}/` : `/offices/${id}/`;
}

/** The addresses promised to the outside (design §5): one table; pages begin and end with a slash. */
export const paths = {
  home: '/',
  offices: '/offices/',
  map: '/map/',
  search: '/search/',
  services: '/services/',
  /** What others handle; not there where a city has no such table. */
  elsewhere: '/elsewhere/',
  functions: '/functions/',
  rules: '/rules/',
  laws: '/laws/',
  about: '/about/',
  accessibility: '/accessibility/',
  privacy: '/privacy/',
  /** For visitors; there where `features.english` says so. */
  english: '/en/',
  sitemap: '/sitemap/',
  /** Shown where there is no signal; listed nowhere. */
  offline: '/offline/',
  notices: '/affairs/',
  samples: '/samples/',
  disclosure: '/disclosure/',
  standards: '/standards/',
  /** The plan sentence by sentence; off with the standards. */
  plan: '/standards/plan/',
  /** Every file for others, documented. */
  data: '/data/',
  /** Files, not pages: no slash at their ends. */
  disclosureJson: '/data/disclosure.json',
  disclosureCsv: '/data/disclosure.csv',
  standardsCsv: '/data/standards.csv',
  withdrawnJson: '/data/withdrawn.json',
  county: countyPath,
  /** Where a county's page says how its bureau is reached. */
  bureau: (county: string) => `${countyPath(county)}#bureau`,
  office: officePath,
  /** The office's notice board, to print and hang on a wall. */
  poster: (id: string) => `${officePath(id)}poster/`,
  figures: (id: string) => `${officePath(id)}figures/`,
  /** What changed in what an office publishes; samples have none. */
  history: (id: string) => `${officePath(id)}history/`,
  /** A file, not a page: no slash at its end. */
  whereabouts: (id: string) => `/data/whereabouts/${id}.json`,
  notice: (id: string, slug: string) => `${paths.office(id)}affairs/${slug}/`,
  officeNotices: (id: string) => `${paths.office(id)}affairs/`,
  cityNotice: (slug: string) => `${paths.notices}${slug}/`,
  /** A file, not a page. `owner` is an office's id, or `affairs` for the city. */
  photo: (hash: string) => `/photos/${hash}.jpg`,
  /** A file, not a page: the picture that chats show of an office, or of the site. */
  sharePicture: (id?: string) => (id ? `/share/${id}.png` : '/share/site.png'),
  attachment: (owner: string, name: string) => `/files/${owner}/${name}`,
  service: (slug: string) => `/services/${slug}/`,
  /** A file, not a page: what is new at an address. */
  feed: (page: string) => `${page}feed.xml`,
  /** A file, not a page: the visit as a thing to do. */
  reminder: (slug: string) => `/services/${slug}/reminder.ics`,
  checklist: (slug: string) => `/services/${slug}/checklist/`,
  func: (slug: string) => `/functions/${slug}/`,
  rule: (slug: string) => `/rules/${slug}/`,
  law: (slug: string) => `/laws/${slug}/`,
} as const;

/** A county's own page of one that is of the whole city: there where the city goes by county. */
export const inCounty = (page: string, county: string): string => `${page}${county}/`;

/** The form page; there only where an editor is configured, so that nothing may count on it. */
export const ADMIN_PATH = '/admin/';
/** Beside it, for technicians. */
export const CONNECTION_PATH = `${ADMIN_PATH}connection/`;

/** Put in by a build for hosts that do not look for the file of a folder (`--explicit-index`): `index.html`. */
declare const FOLDER_INDEX: string;
const folderIndex = typeof FOLDER_INDEX === 'undefined' ? '' : FOLDER_INDEX;

/** The address of a folder with the name of its file behind the slash; other addresses as they are. */
export const withIndex = (path: string, index: string): string =>
  path.replace(/^([^?#]*\/)(?=[?#]|$)/, (folder) => folder + index);

/** Makes a path of the site an address under the base that it is built for. */
export type Within = (path: string) => string;

/** An address within the site under the base it is built for (`/` or `/sfj/sfs/`); a fragment stays as it is. */
export function withBase(base: string, path: string): string {
  if (!path.startsWith('/')) return path;
  return `${base.endsWith('/') ? base.slice(0, -1) : base}${withIndex(path, folderIndex)}`;
}

/** Makes a path of the site an address that others can open: in full where the site's own address is known. */
export const addressWithin =
  (base: string, site: URL | undefined) =>
  (path: string): string => {
    const within = withBase(base, path);
    return site ? new URL(within, site).href : within;
  };

/** The host of an address; undefined for what is none. Old phones lack `URL.canParse`. */
function hostOf(href: string): string | undefined {
  try {
    return new URL(href).hostname;
  } catch {
    return undefined;
  }
}

/** The host of an address that is not a government site's; people are told before they open it (facts A3-8). */
export function externalHost(href: string): string | undefined {
  const host = hostOf(href);
  return host === undefined || /(?:^|\.)gov\.cn$/.test(host) ? undefined : host;
}
