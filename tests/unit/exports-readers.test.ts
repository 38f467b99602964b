/** Calendars, cards, feeds and tables for others, read back by readers that others wrote. */
import ICAL from 'ical.js';
import { parse } from 'csv-parse/sync';
import { Table } from 'tableschema';
import { describe, expect, it } from 'vitest';
import { dayPlan } from '../../src/domain/day-plan.ts';
import { addDays } from '../../src/domain/dates.ts';
import { contextOf } from '../../src/views/open-now.ts';
import { internationalPhone } from '../../src/domain/phones.ts';
import { calendarFaults, cardFaults } from '../helpers/content-lines.ts';
import { isThere } from '../../src/command/programs.ts';
import { askPython, atomFaults } from '../helpers/foreign.ts';
import { fullCity, realCity, smallCity } from '../helpers/exports.ts';
import { CONTENT_DAY, fields } from '../helpers/content.ts';

const full = fullCity();
const cities = [realCity(), smallCity(), full];
const texts = (kind: string) =>
  cities.flatMap(({ files }) =>
    [...files.values()].filter((one) => one.kind === kind).map((one) => one.build()),
  );

const componentOf = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const textOf = (component: ICAL.Component, name: string) =>
  component.getFirstPropertyValue(name)?.toString() ?? undefined;

/** Minutes since midnight in Shanghai. */
const minutes = (instant: Date) => (instant.getUTCHours() * 60 + instant.getUTCMinutes() + 480) % 1440;

describe('the calendar of an office', () => {
  it('has every opening of every day that the page has, and no other (ical.js)', () => {
    const wrong = full.catalogue.offices.flatMap((office) => {
      const { hours } = office.record;
      const text = full.files.get(`/data/offices/${office.id}.ics`)?.build();
      if (!hours) return text === undefined ? [] : [office.id];
      const read = componentOf(text ?? '')
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one))
        .map(({ startDate, endDate, summary }) => {
          const from = startDate.toJSDate();
          const shanghai = new Date(from.getTime() + 8 * 3600_000).toISOString().slice(0, 10);
          return [shanghai, minutes(from), minutes(endDate.toJSDate()), /（(.+)）/.exec(summary)?.[1]];
        });
      const context = contextOf(office.county, full.catalogue.calendars);
      const wanted = Array.from({ length: 60 }, (_, day) => addDays(CONTENT_DAY, day)).flatMap((date) => {
        const plan = dayPlan(date, hours, context);
        return plan.kind === 'open' ? plan.openings.map(({ from, to, why }) => [date, from, to, why]) : [];
      });
      expect(read).toEqual(wanted);
      return [];
    });
    expect(wrong).toEqual([]);
    expect(texts('officeCalendar').length).toBeGreaterThan(3);
  });

  it.skipIf(!isThere('icalendar'))('is read the same by python3-icalendar', () => {
    const all = [...texts('officeCalendar'), ...texts('reminder')];
    const counts = askPython<number[]>(
      `import icalendar
print(json.dumps([len([c for c in icalendar.Calendar.from_ical(t).walk() if c.name in ('VEVENT', 'VTODO')]) for t in json.load(sys.stdin)]))`,
      all,
    );
    expect(counts).toEqual(all.map((text) => componentOf(text).getAllSubcomponents().length));
  });
});

describe('the reminder of a visit', () => {
  it('says for every guide what to bring, paper for paper (ical.js)', () => {
    for (const { slug, data } of full.catalogue.services) {
      const [todo] = componentOf(
        full.files.get(`/services/${slug}/reminder.ics`)?.build() ?? '',
      ).getAllSubcomponents('vtodo');
      const lines = (todo && textOf(todo, 'description'))?.split('\n') ?? [];
      expect(todo && textOf(todo, 'summary')).toBe(`去办：${data.title}`);
      const papers = lines
        .filter((line) => line.startsWith('□ '))
        .map((line) => line.slice(2).split(/（|：/)[0]);
      const wanted = [true, false].flatMap((must) =>
        data.materials.filter(({ required }) => required === must),
      );
      expect(papers).toEqual(wanted.map(({ name }) => name.split(/（|：/)[0]));
      expect(lines).toEqual(expect.arrayContaining([`去哪里：${data.place}`, `费用：${data.fee.text}`]));
    }
  });
});

describe('the card of an office', () => {
  const cards = full.catalogue.offices.flatMap((office) => {
    const text = full.files.get(`/data/offices/${office.id}.vcf`)?.build();
    return text === undefined ? [] : [{ office, text }];
  });

  it('has its name, bureau, telephones, address and place (ical.js)', () => {
    expect(cards).toHaveLength(full.catalogue.offices.length);
    for (const { office, text } of cards) {
      const { name, phones = [], place, email } = office.record;
      const card = componentOf(text);
      expect(textOf(card, 'fn')).toBe(name);
      const numbers = card.getAllProperties('tel').map((one) => one.getFirstValue()?.toString());
      expect(numbers).toEqual(phones.map(({ number }) => `tel:${internationalPhone(number)}`));
      const address = card.getFirstProperty('adr')?.getFirstValue() as unknown as string[] | undefined;
      expect(address?.[2]).toBe(place?.address);
      expect(textOf(card, 'email')).toBe(email);
      const measured = place?.point?.precision === 'office' ? place.point : undefined;
      expect(textOf(card, 'geo')).toBe(measured && `geo:${measured.lat},${measured.lon}`);
    }
  });

  it.skipIf(!isThere('vobject'))('is read the same by python3-vobject', () => {
    const read = askPython<[string, number][]>(
      `import vobject
out = []
for t in json.load(sys.stdin):
    c = vobject.readOne(t)
    out.append([c.fn.value, len(c.contents.get('tel', []))])
print(json.dumps(out))`,
      cards.map(({ text }) => text),
    );
    expect(read).toEqual(cards.map(({ office }) => [office.record.name, office.record.phones?.length ?? 0]));
  });
});

describe('by the letter of their standards', () => {
  const cards = texts('officeCard');
  const calendars = [...texts('officeCalendar'), ...texts('reminder')];
  const point = { lon: 103.9, lat: 29.3, crs: 'WGS84', precision: 'office', source: '局' };
  const complete = smallCity({
    'offices/dong/jia/office.json': fields({
      email: 'jia@example.gov.cn',
      place: { address: '镇1号', point },
      'provenance.place': { source: '局', verifiedOn: '2026-11-01' },
    }),
  });
  const card = complete.files.get('/data/offices/dong/jia.vcf')?.build() ?? '';
  const [calendar = ''] = calendars;

  it('every card is a vCard 4.0 (RFC 6350)', () => {
    expect(cards.length).toBeGreaterThan(100);
    expect(cards.flatMap(cardFaults)).toEqual([]);
  });

  it('every calendar is an iCalendar (RFC 5545)', () => {
    expect(calendars.flatMap(calendarFaults)).toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['of no version', 'VERSION:4.0\r\n', ''],
    ['of another version', 'VERSION:4.0', 'VERSION:3.0'],
    ['whose version stands last', /VERSION:4.0\r\n([^]*)(END:VCARD)/, '$1VERSION:4.0\r\n$2'],
    ['without a name', /FN:.*\r\n(?: .*\r\n)*/, ''],
    ['with an empty name', /FN:.*\r\n(?: .*\r\n)*/, 'FN:\r\n'],
    ['of a kind that there is not', 'KIND:org', 'KIND:office'],
    ['with two identifiers', /(UID:.*\r\n)/, '$1$1'],
    ['with a number in words', /(TEL.*:tel:).*/, '$1示例'],
    ['with a number as a text', ';VALUE=uri', ''],
    ['with an address of six parts', /ADR:;/, 'ADR:'],
    ['with a place beyond the pole', /GEO:geo:[\d.]+/, 'GEO:geo:91.5'],
    ['with a letter that has no @', /EMAIL:.*/, 'EMAIL:示例'],
    ['with a property that there is not', 'KIND:org', 'KIND:org\r\nTELEPHONE:1'],
    ['that is not closed', 'END:VCARD\r\n', ''],
    ['with a line of its own making', 'KIND:org', 'KIND org'],
    ['with a line that is too long', 'KIND:org', `KIND:org\r\nFN:${'长'.repeat(30)}`],
    ['with line ends of another system', /\r\n/g, '\n'],
  ])('a card %s is refused', (_, part, instead) => {
    const spoiled = card.replace(part, instead);
    expect([cardFaults(card), spoiled === card]).toEqual([[], false]);
    expect(cardFaults(spoiled)).not.toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['whose maker is not named', /PRODID:.*\r\n/, ''],
    ['of another version', 'VERSION:2.0', 'VERSION:1.0'],
    ['with an event without an identifier', /UID:.*\r\n/, ''],
    ['with an event that was never written', /DTSTAMP:.*\r\n/, ''],
    ['with an event without a beginning', /DTSTART:.*\r\n/, ''],
    ['with a day that there is not', /DTSTART:\d{8}/, 'DTSTART:20261332'],
    ['with an hour that there is not', /DTSTART:(\d{8})T\d\d/, 'DTSTART:$1T25'],
    ['with an end before its beginning', /DTEND:.*/, 'DTEND:20200101T000000Z'],
    ['with an event twice', /(BEGIN:VEVENT[^]*?END:VEVENT\r\n)/, '$1$1'],
    ['with nothing in it', /BEGIN:VEVENT[^]*END:VEVENT\r\n/, ''],
    ['with a comma that ends a text', /SUMMARY:/, 'SUMMARY:办公,'],
  ])('a calendar %s is refused', (_, part, instead) => {
    const spoiled = calendar.replace(part, instead);
    expect([calendarFaults(calendar), spoiled === calendar]).toEqual([[], false]);
    expect(calendarFaults(spoiled)).not.toEqual([]);
  });
});

describe('what is no calendar', () => {
  it.each([
    ['without an end', (text: string) => text.replace('END:VCALENDAR', '')],
    ['with an event that is not closed', (text: string) => text.replace('END:VEVENT\r\n', '')],
    ['with a line that is none', (text: string) => text.replace('VERSION:2.0', 'VERSION 2.0')],
  ])('is refused: %s', (_, spoil) => {
    const [text = ''] = texts('officeCalendar');
    expect(() => componentOf(text)).not.toThrow();
    expect(() => componentOf(spoil(text))).toThrow();
  });
});

describe.skipIf(!isThere('xmllint'))('a feed', () => {
  const kinds = ['cityFeed', 'countyFeed', 'officeFeed', 'guideFeed'];

  it('of each kind is Atom by its grammar, with and without entries (xmllint)', () => {
    const samples = kinds.flatMap((kind) => {
      const all = texts(kind);
      const some = [
        all.find((text) => text.includes('<entry>')),
        all.find((text) => !text.includes('<entry>')),
      ];
      return some.filter((text) => text !== undefined);
    });
    expect(samples.length).toBeGreaterThan(4);
    expect(samples.map(atomFaults).filter(Boolean)).toEqual([]);
  });

  it.each([
    ['without its name', /<id>.*<\/id>/],
    ['without a date', /<updated>.*<\/updated>/],
    ['with a date that is none', /T00:00:00\+08:00/],
    ['with a link that leads nowhere', / href="[^"]*"/],
  ])('%s is refused', (_, part) => {
    const [text = ''] = texts('guideFeed');
    expect(atomFaults(text.replace(part, ''))).not.toBe('');
  });
});

describe('a table', () => {
  const schemas = (files: (typeof cities)[number]['files']) =>
    (
      JSON.parse(files.get('/data/datapackage.json')?.build() ?? '') as {
        resources: { path: string; schema?: object }[];
      }
    ).resources;
  const rowsOf = (text: string) => parse(text, { bom: true }) as string[][];
  const read = async (rows: string[][], schema: object) => (await Table.load(rows, { schema })).read();

  it('is what its schema says, line by line (tableschema)', async () => {
    for (const { files } of cities) {
      const tables = schemas(files).filter(({ schema }) => schema);
      expect(tables.map(({ path }) => path)).toContain('offices.csv');
      for (const { path, schema = {} } of tables) {
        const rows = rowsOf(files.get(`/data/${path}`)?.build() ?? '');
        expect(await read(rows, schema)).toHaveLength(rows.length - 1);
      }
    }
  });

  it('that is not is refused: a date that is none, an office twice, one without a number, a column too few', async () => {
    const { schema = {} } = schemas(full.files).find(({ path }) => path === 'offices.csv') ?? {};
    const rows = () => rowsOf(full.files.get('/data/offices.csv')?.build() ?? '');
    const [header = [], first = []] = rows();
    const changed = (column: string, value: string) =>
      first.map((old, at) => (header[at] === column ? value : old));
    const bad = [
      [header, changed('电话核实日期', '2026-13-40')],
      [header, first, first],
      [header, changed('编号', '')],
      [header.slice(1), first.slice(1)],
    ];
    for (const one of bad) await expect(read(one, schema)).rejects.toThrow();
  });
});
