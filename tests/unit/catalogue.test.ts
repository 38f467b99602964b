import { describe, expect, it } from 'vitest';
import { aContent, fields, replaced, row, usual, type Overrides } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const YI = 'offices/dong/yi/office.json';

/** The catalogue of a small city; fails with the problems when there is none. */
function catalogueOf(overrides: Overrides = {}) {
  const { catalogue, problems } = aContent(overrides);
  if (!catalogue) throw new Error(problems.map(row).join('\n'));
  return catalogue;
}

const officeOf = (overrides: Overrides, id: string) =>
  catalogueOf(overrides).offices.find((office) => office.id === id);

describe('the catalogue', () => {
  it('is made of content without problems, README files aside', () => {
    const { problems, files } = aContent({ 'offices/dong/README.md': '说明' });
    expect(problems).toEqual([]);
    expect(files).toBe(26);
  });

  it('links villages, townships, counties and offices', () => {
    const [county] = catalogueOf().counties;
    const village = county?.townships[0]?.communities[0];
    expect(village?.record.name).toBe('甲一村');
    expect(village?.offices.map(({ id }) => id)).toEqual(['dong/jia']);
    expect(village?.township.county).toBe(county);
    expect(village?.offices[0]?.communities).toContain(village);
  });

  it('orders counties as they say, then by code', () => {
    const reversed = { 'counties/dong.json': fields({ order: 9 }) };
    expect(catalogueOf(reversed).counties.map(({ slug }) => slug)).toEqual(['xi', 'dong']);
    const silent = {
      'counties/dong.json': fields({ order: undefined }),
      'counties/xi.json': fields({ order: undefined }),
    };
    expect(catalogueOf(silent).counties.map(({ slug }) => slug)).toEqual(['dong', 'xi']);
  });

  it('orders offices as the townships they serve', () => {
    const crossed = { [OFFICE]: fields({ serves: ['991101101'] }), [YI]: fields({ serves: ['991101100'] }) };
    expect(catalogueOf(crossed).counties[0]?.offices.map(({ id }) => id)).toEqual(['dong/yi', 'dong/jia']);
  });

  it('puts an office by the first of its townships, by its village, by its own name, the rest last', () => {
    const other = (name: string, serves: string[], more: object = {}) =>
      JSON.stringify({ ...(usual(YI) as object), name, shortName: name, serves, ...more });
    const closed = { status: { state: 'closed', text: '已并入乙镇司法所', since: '2026-03-01' } };
    const { counties } = catalogueOf({
      [OFFICE]: fields({ serves: [], ...closed }),
      [YI]: fields({ serves: ['991101101', '991101100'] }),
      'offices/dong/an/office.json': other('庵镇司法所', [], closed),
      'offices/dong/bao/office.json': other('堡镇司法所', [], closed),
      'offices/dong/zai/office.json': other('在镇司法所', ['991101100201'], { sharedRule: '按户籍划分' }),
    });
    expect(counties[0]?.offices.map(({ slug }) => slug)).toEqual(['jia', 'yi', 'zai', 'an', 'bao']);
  });

  it('shows the newest notice first', () => {
    const older = usual('offices/dong/jia/affairs/2026-11-02-tongzhi.md')
      .toString()
      .replace('2026-11-02', '2026-10-02');
    const office = officeOf({ 'offices/dong/jia/affairs/2026-10-02-zao.md': older }, 'dong/jia');
    expect(office?.notices.map(({ slug }) => slug)).toEqual(['2026-11-02-tongzhi', '2026-10-02-zao']);
  });

  it('gives a village that an office names itself to that office alone', () => {
    const yi = officeOf({ [YI]: fields({ serves: ['991101101', '991101100201'] }) }, 'dong/yi');
    expect(yi?.communities.map(({ record }) => record.name)).toEqual(['甲一村', '乙一村', '乙二村']);
    expect(yi?.townships.map(({ record }) => record.name)).toEqual(['乙镇']);
  });

  it('gives a village to several offices where each states the rule', () => {
    const shared = (code: string) => fields({ serves: [code, '991101100201'], sharedRule: '按户籍划分' });
    const { counties } = catalogueOf({ [OFFICE]: shared('991101100'), [YI]: shared('991101101') });
    expect(counties[0]?.townships[0]?.communities[0]?.offices.map(({ id }) => id)).toEqual([
      'dong/jia',
      'dong/yi',
    ]);
  });

  it('joins an area office and its members', () => {
    const area = { name: '片区', members: ['dong/jia'], matters: ['mediation'] };
    const office = officeOf({ [YI]: fields({ kind: 'area', area }) }, 'dong/jia');
    expect(office?.areaOffice?.id).toBe('dong/yi');
    expect(office?.areaOffice?.members.map(({ id }) => id)).toEqual(['dong/jia']);
  });

  it('sends from a closed office to its successor, and lets it serve nobody', () => {
    const office = officeOf(
      {
        [OFFICE]: fields({
          status: { state: 'closed', text: '撤并', since: '2026-01-01', successor: 'dong/yi' },
        }),
        [YI]: fields({ serves: ['991101101', '991101100'] }),
      },
      'dong/jia',
    );
    expect(office?.successor?.id).toBe('dong/yi');
    expect(office?.communities).toEqual([]);
  });

  it('keeps samples apart, and leaves them out when told to', () => {
    expect(catalogueOf().samples.map(({ id }) => id)).toEqual(['samples/shili']);
    expect(catalogueOf().offices.some(({ sample }) => sample)).toBe(false);
    expect(catalogueOf({ 'site.json': fields({ 'features.samples': false }) }).samples).toEqual([]);
  });

  it('takes its links from the base that the site is built for', () => {
    const based = catalogueOf({ 'site.json': fields({ base: '/sfj/sfs/' }) });
    expect(based.functions[0]?.html).toContain('<a href="/sfj/sfs/services/mediation/">');
  });

  it('never takes a missing folder for an empty one', async () => {
    const { loadContent } = await import('../../src/catalogue/load.ts');
    expect(() => loadContent('/nowhere/content', { today: '2026-11-22' })).toThrow('没有内容文件夹');
  });

  it('keeps the dates of front matter as text', () => {
    expect(catalogueOf().notices[0]?.data.published).toBe('2026-11-03');
    expect(
      catalogueOf({ 'pages/about.mdx': replaced('本站公开什么。', '"2026-11-03"') }).pages.get('about')?.data
        .description,
    ).toBe('2026-11-03');
  });
});
