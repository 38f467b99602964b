import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/catalogue/load.ts';
import { isError } from '../../src/domain/problems.ts';
import { appended, fields, type Overrides, TODAY, withContent } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const load = (overrides: Overrides, quarantine = true) =>
  withContent(overrides, (folder) => loadContent(folder, { today: TODAY, quarantine }));

/** What is left of the office that has errors. */
function leftOf(overrides: Overrides) {
  const { catalogue, problems } = load(overrides);
  const office = catalogue?.offices.find(({ id }) => id === 'dong/jia');
  return {
    aside: catalogue && [...catalogue.quarantined],
    name: office?.record.name,
    townships: office?.townships.map(({ record }) => record.name),
    villages: office?.communities.length,
    phones: office?.record.phones,
    staff: office?.staff,
    notices: office?.notices.length,
    others: catalogue?.offices.filter(({ record }) => record.phones).length,
    errors: problems.filter(isError).length,
  };
}

const BARE = {
  aside: ['dong/jia'],
  name: '甲镇司法所',
  townships: ['甲镇'],
  villages: 2,
  phones: undefined,
  staff: undefined,
  notices: 0,
  others: 2,
};

describe('an office whose content has errors is set aside', () => {
  it.each<[string, Overrides]>([
    ['a field of its own file', { [OFFICE]: fields({ 'phones[0].number': '一二三' }) }],
    ['a field that nobody knows', { [OFFICE]: fields({ handy: '0833-2123456' }) }],
    ['its staff', { 'offices/dong/jia/staff.json': '{ "people": [' }],
    ['a notice', { 'offices/dong/jia/affairs/2026-11-02-tongzhi.md': '没有信息' }],
    [
      'personal data in a notice',
      { 'offices/dong/jia/affairs/2026-11-02-tongzhi.md': appended('\n电话13800138000，住1组5号。\n') },
    ],
    ['its whereabouts', { 'offices/dong/jia/whereabouts.json': fields({ 'entries[0].state': '回家' }) }],
    ['a file that does not belong there', { 'offices/dong/jia/virus.exe': 'MZ' }],
    ['its figures', { 'offices/dong/jia/statistics.json': fields({ 'months[0].month': '2027-01' }) }],
  ])('for %s, and nothing else is lost', (_, overrides) => {
    const { errors, ...left } = leftOf(overrides);
    expect(errors).toBeGreaterThan(0);
    expect(left).toEqual(BARE);
  });

  it('under the name in the list of divisions when its own file cannot be read', () => {
    for (const broken of ['{ "name": ', '', fields({ name: 7 })])
      expect(leftOf({ [OFFICE]: broken })).toMatchObject({ ...BARE, name: '东县甲镇司法所' });
  });

  it('with the villages of its township when it claims those of others', () => {
    const { catalogue } = load({ [OFFICE]: fields({ serves: ['991101100', '991102100'] }) });
    const served = catalogue?.offices.map(({ id, communities }) => `${id} ${communities.length}`);
    expect(served).toEqual(['dong/jia 2', 'dong/yi 2', 'xi/bing 1']);
  });

  it('and stays closed where it has closed, with who has taken over', () => {
    const status = { state: 'closed', text: '已并入乙镇司法所', since: '2026-03-01', successor: 'dong/yi' };
    const { catalogue } = load({
      [OFFICE]: fields({ status, serves: [], handy: 1 }),
      'offices/dong/yi/office.json': fields({ serves: ['991101100', '991101101'] }),
    });
    const office = catalogue?.offices.find(({ id }) => id === 'dong/jia');
    expect(office?.record.status).toEqual(status);
    expect(office?.successor?.id).toBe('dong/yi');
  });

  it('as an office like any other where it only said that something is limited', () => {
    const status = { state: 'limited', text: '装修', from: '2026-11-01', until: '2026-12-01' };
    const { catalogue } = load({ [OFFICE]: fields({ status, handy: 1 }) });
    expect(catalogue?.offices.find(({ id }) => id === 'dong/jia')?.record.status).toEqual({
      state: 'normal',
    });
  });

  it('though a redirect leads to what it published', () => {
    const to = '/offices/dong/jia/affairs/2026-11-02-tongzhi/';
    const redirects = { redirects: [{ from: '/jiu/', to, reason: '改名' }] };
    const left = leftOf({ 'redirects.json': redirects, [OFFICE]: fields({ handy: 1 }) });
    expect(left).toMatchObject(BARE);
  });

  it('several at once', () => {
    const { catalogue } = load({
      [OFFICE]: fields({ handy: 1 }),
      'offices/xi/bing/office.json': '{',
    });
    expect([...(catalogue?.quarantined ?? [])]).toEqual(['dong/jia', 'xi/bing']);
  });
});

describe('everything stops', () => {
  it.each<[string, Overrides]>([
    ['the settings', { 'site.json': fields({ title: 7 }) }],
    ['a county', { 'counties/dong.json': fields({ name: undefined }) }],
    ['the divisions', { 'divisions/dong.json': '{' }],
    ['a law', { 'laws/mediation-law.json': fields({ issuer: 7 }) }],
    ['a guide', { 'services/mediation.mdx': appended('\n<script>x</script>\n') }],
    ['a sample', { 'samples/shili/office.json': fields({ handy: 1 }) }],
    ['the settings as well as an office', { 'site.json': fields({ title: 7 }), [OFFICE]: '{' }],
  ])('for errors in %s', (_, overrides) => {
    expect(load(overrides).catalogue).toBeUndefined();
  });

  it('for an office, unless it is asked to go on', () => {
    expect(load({ [OFFICE]: fields({ handy: 1 }) }, false).catalogue).toBeUndefined();
  });

  it('for an office in a folder that names no township', () => {
    expect(load({ 'offices/dong/nowhere/office.json': '{' }).catalogue).toBeUndefined();
  });
});

it('content without errors has nobody set aside', () => {
  expect(load({}).catalogue?.quarantined.size).toBe(0);
});
