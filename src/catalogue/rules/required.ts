import type { Problem } from '../../domain/problems.ts';
import { amongSamples, SAMPLES } from '../../domain/samples.ts';
import { KINDS, REQUIRED_KINDS, type KindName } from '../../kinds.ts';
import type { Contents, CountyFiles, Realm } from '../contents.ts';

const lacking = (kind: KindName, file: string, message: string): Problem => ({
  kind: 'missingFile',
  severity: 'error',
  file,
  message,
  remedy: `新建这个文件（${KINDS[kind].title}），照着同类文件写`,
});

/** The files without which nothing can be shown. */
export const checkRequiredFiles = ({ of }: Contents): Problem[] => [
  ...REQUIRED_KINDS.filter((kind) => of(kind).length === 0).map((kind) =>
    lacking(kind, KINDS[kind].pattern, `没有${KINDS[kind].title}`),
  ),
  ...(of('site')[0]?.data?.features.english && !of('page').some(({ names }) => names['slug'] === 'en')
    ? [lacking('page', 'pages/en.mdx', 'site.json 里写着有英文页，可是没有这个文件')]
    : []),
];

/** A county has its bureau and its divisions, an office its `office.json`. */
export const checkCompleteFolders = ({ all }: Contents): Problem[] => [
  ...all.counties.flatMap((one) => countyFolder(one, all)),
  ...all.offices.flatMap(({ id, office }) =>
    office
      ? []
      : [lacking('office', amongSamples(`offices/${id}/office.json`), '这个文件夹里没有 office.json')],
  ),
];

function countyFolder({ slug, county, divisions, offices }: CountyFiles, realm: Realm): Problem[] {
  if (!county && !divisions && slug !== SAMPLES) return [strayFolder(slug, offices[0]?.id, realm)];
  const lacks = (kind: 'county' | 'divisions', folder: string, what: string) => {
    const file = amongSamples(`${folder}/${slug}.json`);
    return lacking(kind, file, `${slug === SAMPLES ? '示例县' : slug} 没有${what}的文件`);
  };
  return [
    ...(county ? [] : [lacks('county', 'counties', '县级司法局')]),
    ...(divisions ? [] : [lacks('divisions', 'divisions', '乡镇')]),
  ];
}

/** Offices in a folder that is no county's: one problem, not one for every file below it. */
function strayFolder(slug: string, office: string | undefined, { counties }: Realm): Problem {
  const known = counties.flatMap((one) => (one.county && one.slug !== SAMPLES ? [one.slug] : []));
  return {
    kind: 'path',
    severity: 'error',
    file: `offices/${office ?? slug}/office.json`,
    message: `没有“${slug}”这个县（counties/${slug}.json 不存在）`,
    remedy: known.length
      ? `放到已有的县里：${known.join('、')}`
      : `先写 counties/${slug}.json 和 divisions/${slug}.json`,
  };
}
