import { describe, expect, it } from 'vitest';
import { contentLines, escaped } from '../../src/exports/content-lines.ts';
import { namedUuid } from '../../src/catalogue/revision.ts';
import { exportsOf } from '../../src/exports/table.ts';
import { aContent, fields } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const AUTUMN = {
  off: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-07' }],
  work: ['2026-09-20', '2026-10-10'],
};
const source = { source: '局', verifiedOn: '2026-11-01' };
const context = {
  address: (path: string) => `https://sfs.example.gov.cn${path}`,
  within: (path: string) => path,
  digest: (text: string) => `${text.length}`,
  uuid: namedUuid,
  now: new Date('2026-09-20T02:00:00Z'),
};

function filesOf(changes: Readonly<Record<string, unknown>> = {}) {
  const { catalogue, problems } = aContent({
    [OFFICE]: fields(changes),
    'calendar/2026.json': fields(AUTUMN),
  });
  if (!catalogue) throw new Error(JSON.stringify(problems));
  const files = new Map(exportsOf(catalogue, context).map((one) => [one.path, one.build()]));
  const read = (path: string) => JSON.parse(files.get(path) ?? 'null') as Record<string, unknown>;
  return { catalogue, files, read };
}

const withAddress = { place: { address: '镇1号,院内' }, 'provenance.place': source };

describe('the catalogue of exports', () => {
  it('gives every office what its page says, field by field, and says what is still to be published', () => {
    const { catalogue, read } = filesOf();
    const items = read('/data/offices.json')['items'] as readonly Record<string, unknown>[];
    expect(items.map((one) => one['id'])).toEqual(catalogue.offices.map(({ id }) => id));
    catalogue.offices.forEach(({ record }, at) => {
      const { name, shortName, status, phones, hours } = record;
      expect(items[at]).toMatchObject(JSON.parse(JSON.stringify({ name, shortName, status, phones, hours })));
      expect(items[at]?.['pending']).toEqual(record.place?.address ? [] : ['address']);
    });
    expect(read('/data/offices/dong/jia.json')['office']).toEqual(
      items.find((one) => one['id'] === 'dong/jia'),
    );
  });

  it('names no person outside the day’s whereabouts, and no sample in any file', () => {
    const { catalogue, files } = filesOf();
    const people = [...catalogue.offices, ...catalogue.samples].flatMap(({ staff }) =>
      (staff?.people ?? []).map(({ name }) => name),
    );
    const lasting = [...files].filter(([path]) => !path.startsWith('/data/whereabouts/'));
    const all = lasting.map(([, text]) => text).join('');
    expect(people.length).toBeGreaterThan(0);
    for (const name of people) expect(all).not.toContain(name);
    expect([...files.keys()].join() + all).not.toContain('samples/');
  });

  it('carries a licence and a digest that changes with the file’s own inputs alone', () => {
    const digests = (changes = {}) => {
      const { read } = filesOf(changes);
      return ['/data/offices.json', '/data/laws.json'].map((path) => read(path)['inputsDigest']);
    };
    const [offices, laws] = digests();
    expect(digests({ email: 'sfs@example.gov.cn' })).toEqual([
      expect.not.stringMatching(`^${offices}$`),
      laws,
    ]);
    expect(filesOf().read('/data/laws.json')['licence']).toBe('CC BY 4.0');
  });

  it('is the same to the byte for the same content and instant', () => {
    expect([...filesOf().files]).toEqual([...filesOf().files]);
  });

  it('opens in Excel: a mark of UTF-8 first, a line per office', () => {
    const { catalogue, files } = filesOf();
    const text = files.get('/data/offices.csv') ?? '';
    expect(text.startsWith('\uFEFF编号,名称')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(catalogue.offices.length + 1);
    expect(text).toContain('周一至周五08:30—12:00，14:00—18:00');
  });

  it('gives the address book the office with its address and telephone', () => {
    const card = filesOf(withAddress).files.get('/data/offices/dong/jia.vcf')?.replaceAll('\r\n ', '') ?? '';
    expect(card).toContain('镇1号\\,院内;示例市');
    expect(card).toContain('TEL;TYPE=work,voice;VALUE=uri:tel:+86-833-2123456\r\n');
  });

  it('gives a calendar without holidays and with make-up days, and none without hours', () => {
    const { files } = filesOf();
    const starts = [...(files.get('/data/offices/dong/jia.ics') ?? '').matchAll(/DTSTART:(\S+)/g)].map(
      ([, at]) => at,
    );
    expect(starts.slice(0, 3)).toEqual(['20260920T003000Z', '20260920T060000Z', '20260921T003000Z']);
    expect(starts).toContain('20261010T003000Z');
    expect(starts.filter((at = '') => at >= '20261001' && at < '20261008')).toEqual([]);
    const without = filesOf({ hours: undefined, 'provenance.hours': undefined });
    expect(without.files.has('/data/offices/dong/jia.ics')).toBe(false);
  });

  it('breaks long lines at 75 octets, never within a character', () => {
    const text = '司'.repeat(60);
    const lines = contentLines([`FN:${escaped(text)}`])
      .trimEnd()
      .split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.map((line, at) => (at ? line.slice(1) : line)).join('')).toBe(`FN:${text}`);
  });
});
