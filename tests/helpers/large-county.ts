/** A county of fifteen offices of which nothing is known but their names, and its own list of them. */
import { usual, type Content } from './content.ts';
import { formContent } from './form-site.ts';

const NUMERALS = '一二三四五六七八九十';
const SLUGS = ['yi', 'er', 'san', 'si', 'wu', 'liu', 'qi', 'ba', 'jiu', 'shi'];

interface Township {
  readonly name: string;
  readonly slug: string;
  readonly code: string;
}

/** 13 townships beside 甲镇 and 乙镇. */
const MORE: readonly Township[] = Array.from({ length: 13 }, (_, at) => ({
  name: `东${NUMERALS[at % 10] ?? ''}${at < 10 ? '' : '里'}镇`,
  slug: `dong${SLUGS[at % 10] ?? ''}${at < 10 ? '' : 'li'}`,
  code: `9911011${String(at + 10)}`,
}));

const bareOffice = ({ name, code }: Township) => ({
  name: `${name}司法所`,
  shortName: `${name}所`,
  kind: 'township',
  status: { state: 'normal' },
  serves: [code],
  provenance: { establishment: { source: '示例市司法局' } },
});

export function largeCounty(): Map<string, Content> {
  const divisions = usual('divisions/dong.json') as { townships: Record<string, unknown>[] };
  const townships = MORE.map((one) => ({
    ...one,
    communities: [{ code: `${one.code}201`, name: `${one.name}村`, kind: 'village' }],
  }));
  const offices = MORE.map((one) => [`offices/dong/${one.slug}/office.json`, bareOffice(one)] as const);
  return formContent({
    'divisions/dong.json': { ...divisions, townships: [...divisions.townships, ...townships] },
    ...Object.fromEntries(offices),
  });
}

/** The county's own list, as its office keeps it: title, remarks, another name for each. */
export function listOfLargeCounty(): string {
  const rows = [{ name: '甲镇' }, { name: '乙镇' }, ...MORE].map(
    ({ name }, at) =>
      `${at + 1},东县司法局${name.replace(/镇$/, '')}司法所,东县${name}一号,0833-21${String(50_000 + at * 7)},工作日9：00—12：00，14：00—18：00,`,
  );
  return [
    '东县司法所基本情况表,,,,,',
    '序号,司法所名称,办公地址,联系电话,办公时间,备注',
    ...rows,
    '制表：办公室,,,,,',
  ].join('\r\n');
}

export const OFFICES_OF_LARGE_COUNTY = MORE.length + 2;
