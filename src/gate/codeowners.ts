/**
 * Who is asked to review what, made of `content/owners.json`. An owner here is whoever approves: of an office's files
 * its county, never the office itself, whose own proposals would wait for itself.
 */
import { may, needOf, type Need } from '../domain/ownership.ts';
import { KINDS } from '../kinds.ts';
import type { Owner } from '../schemas/owners.ts';

/** How each forge writes the file, and where it looks for it. */
export const CODEOWNERS_FORGES = {
  github: { file: '.github/CODEOWNERS', pattern: (path: string) => `/${path}` },
  gitlab: { file: '.gitlab/CODEOWNERS', pattern: (path: string) => `/${path}` },
  /** Expressions instead of patterns. */
  gitea: {
    file: '.gitea/CODEOWNERS',
    pattern: (path: string) =>
      `^${path.replace(/[.+?()[\]{}|^$\\]/g, '\\\\$&').replaceAll('*', path === '*' ? '.*' : '[^/]*')}${path.endsWith('/') ? '.*' : '$'}`,
  },
} as const;

export type CodeownersForge = keyof typeof CODEOWNERS_FORGES;

const isMaintainer = (owner: Owner) => owner.maintainer === true;
const isCity = (owner: Owner) => owner.city === true;

/** The first group that anybody belongs to: reviewers of the county, else of the city, else maintainers. */
function reviewers(owners: readonly Owner[], need: Need): readonly Owner[] {
  const ofCounty = owners.filter(
    (owner) =>
      need.county !== undefined &&
      need.level === 'office' &&
      (owner.counties?.includes(need.county) ?? false),
  );
  const groups = [
    ofCounty,
    need.level === 'maintainer' ? [] : owners.filter(isCity),
    owners.filter(isMaintainer),
  ];
  return (groups.find((group) => group.length > 0) ?? []).filter(
    (owner) => need.level === 'office' || may(owner, need),
  );
}

interface Line {
  /** From the content folder; a folder ends with a slash. */
  readonly path: string;
  readonly need: Need;
}

const linesFor = (counties: readonly string[]): Line[] => [
  ...['affairs/', 'calendar/', 'divisions/', 'standards.json'].map((path) => ({
    path,
    need: { level: 'city' as const },
  })),
  ...counties.map((county) => ({
    path: `counties/${county}.json`,
    need: { level: 'city' as const },
  })),
  ...counties.map((county) => ({
    path: `offices/${county}/`,
    need: needOf(`offices/${county}/x/staff.json`, KINDS.staff.owner),
  })),
];

interface CodeownersRequest {
  readonly forge: CodeownersForge;
  readonly owners: readonly Owner[];
  readonly counties: readonly string[];
  /** Where the content stands in the repository; empty for the whole. */
  readonly prefix: string;
}

/** The file's text; undefined where nobody is named who could review, so that no file pretends otherwise. */
export function codeowners({ forge, owners, counties, prefix }: CodeownersRequest): string | undefined {
  const maintainers = owners.filter(isMaintainer);
  if (maintainers.length === 0) return undefined;
  const { pattern } = CODEOWNERS_FORGES[forge];
  const names = (list: readonly Owner[]) => list.map(({ account }) => `@${account}`).join(' ');
  const line = (path: string, list: readonly Owner[]) => `${pattern(path)} ${names(list)}`;
  const inRepository = (path: string) => (prefix ? `${prefix}/${path}` : path);
  const first = forge === 'gitea' ? `.* ${names(maintainers)}` : `* ${names(maintainers)}`;
  const rest = linesFor(counties).map(({ path, need }) => line(inRepository(path), reviewers(owners, need)));
  return [
    '# Made by `npm run codeowners` from content/owners.json; do not edit. 由 npm run codeowners 生成，不要手改。',
    first,
    ...rest,
    '',
  ].join('\n');
}
