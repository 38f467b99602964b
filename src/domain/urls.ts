/** The addresses promised to the outside (design §5): one table; every one begins and ends with a slash. */
export const paths = {
  home: '/',
  offices: '/offices/',
  map: '/map/',
  search: '/search/',
  services: '/services/',
  functions: '/functions/',
  rules: '/rules/',
  laws: '/laws/',
  about: '/about/',
  accessibility: '/accessibility/',
  privacy: '/privacy/',
  sitemap: '/sitemap/',
  samples: '/samples/',
  county: (county: string) => `/offices/${county}/`,
  /** `id` is `county/office`, or `samples/office` for a sample. */
  office: (id: string) => (id.startsWith('samples/') ? `/${id}/` : `/offices/${id}/`),
  affair: (id: string, slug: string) => `${paths.office(id)}affairs/${slug}/`,
  service: (slug: string) => `/services/${slug}/`,
  checklist: (slug: string) => `/services/${slug}/checklist/`,
  func: (slug: string) => `/functions/${slug}/`,
  rule: (slug: string) => `/rules/${slug}/`,
  law: (slug: string) => `/laws/${slug}/`,
} as const;

/** An address within the site under the base it is built for (`/` or `/sfj/sfs/`); a fragment stays as it is. */
export function withBase(base: string, path: string): string {
  if (!path.startsWith('/')) return path;
  return `${base.endsWith('/') ? base.slice(0, -1) : base}${path}`;
}
