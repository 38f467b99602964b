import type { Problem } from '../../domain/problems.ts';
import { FILE_KINDS, REQUIRED_KINDS, type KindName } from '../../schemas/files.ts';
import type { Contents, CountyFiles, Realm } from '../contents.ts';

const lacking = (kind: KindName, file: string, message: string): Problem => ({
  kind: 'missingFile',
  severity: 'error',
  file,
  message,
  remedy: `新建这个文件（${FILE_KINDS[kind].title}），照着同类文件写`,
});

/** The files without which nothing can be shown. */
export const checkRequiredFiles = ({ of }: Contents): Problem[] =>
  REQUIRED_KINDS.filter((kind) => of(kind).length === 0).map((kind) =>
    lacking(kind, FILE_KINDS[kind].pattern, `没有${FILE_KINDS[kind].title}`),
  );

/** A county has its bureau and its divisions, an office its `office.json`. */
export const checkCompleteFolders = ({ real, samples }: Contents): Problem[] => [
  ...real.counties.flatMap((one) => countyFolder(one, real)),
  ...samples.counties.flatMap((one) => sampleFolder(one)),
  ...[...real.offices, ...samples.offices].flatMap(({ id, office }) => {
    const file = id.startsWith('samples/') ? `${id}/office.json` : `offices/${id}/office.json`;
    return office ? [] : [lacking('office', file, '这个文件夹里没有 office.json')];
  }),
];

function countyFolder({ slug, county, divisions, offices }: CountyFiles, realm: Realm): Problem[] {
  if (!county && !divisions) return [strayFolder(slug, offices[0]?.id, realm)];
  return [
    ...(county ? [] : [lacking('county', `counties/${slug}.json`, `${slug} 没有县级司法局的文件`)]),
    ...(divisions ? [] : [lacking('divisions', `divisions/${slug}.json`, `${slug} 没有乡镇的文件`)]),
  ];
}

/** Offices in a folder that is no county's: one problem, not one for every file below it. */
function strayFolder(slug: string, office: string | undefined, { counties }: Realm): Problem {
  const known = counties.filter(({ county }) => county).map((one) => one.slug);
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

const sampleFolder = ({ county, divisions }: CountyFiles): Problem[] => [
  ...(county ? [] : [lacking('sampleCounty', 'samples/county.json', '有示例司法所，没有示例县')]),
  ...(divisions ? [] : [lacking('sampleDivisions', 'samples/divisions.json', '有示例司法所，没有示例乡镇')]),
];
