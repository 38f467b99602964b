/** What an assistant is told of facts that were checked long ago. */
import { expect, it } from 'vitest';
import { officeFact } from '../../src/mcp/answers.ts';
import type { PublishedData, PublishedOffice } from '../../src/mcp/facts.ts';
import { officeItem } from '../../src/exports/offices.ts';
import { verify } from '../../src/domain/verification.ts';
import { aContent, fields } from '../helpers/content.ts';

const { catalogue } = aContent({
  'offices/dong/jia/office.json': fields({
    place: { address: '镇1号' },
    'provenance.place': { source: '局', verifiedOn: '2026-11-01' },
    'provenance.contact': { source: '局', verifiedOn: '2026-11-01' },
    'provenance.hours': { source: '局' },
  }),
});
if (!catalogue) throw new Error('the usual content has errors');
const facts: PublishedData = {
  licence: '',
  intervals: catalogue.site.intervals,
  offices: catalogue.offices.map((one): PublishedOffice => officeItem(one, (path) => path)),
  villages: [],
  guides: [],
  laws: [],
};

it.each([
  ['phone', 'contactDays'],
  ['address', 'placeDays'],
] as const)('%s counts as checked for as long as on the page, to the day', (field, key) => {
  const on = '2026-11-01';
  const check = verify({ source: '局', verifiedOn: on }, catalogue.site.intervals[key], on);
  const until = check.state === 'verified' ? check.until : '';
  const after = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
  expect(officeFact(facts, 'dong/jia', field, until)).toMatchObject({ verifiedOn: on });
  expect(officeFact(facts, 'dong/jia', field, after)).toMatchObject({
    verifiedOn: '待核实',
    lastVerifiedOn: on,
  });
  expect(officeFact(facts, 'dong/jia', field, until)).not.toHaveProperty('lastVerifiedOn');
});

it('what nobody ever checked is 待核实 on every day', () => {
  for (const day of ['2026-11-02', '2036-11-02'])
    expect(officeFact(facts, 'dong/jia', 'hours', day)).toMatchObject({ source: '局', verifiedOn: '待核实' });
});
