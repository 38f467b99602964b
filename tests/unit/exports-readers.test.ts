/** Calendars, cards, feeds and tables for others, read back by readers that others wrote. */
import ICAL from 'ical.js';
import { parse } from 'csv-parse/sync';
import { Table } from 'tableschema';
import { describe, expect, it } from 'vitest';
import { dayPlan } from '../../src/domain/day-plan.ts';
import { addDays } from '../../src/domain/dates.ts';
import { contextOf } from '../../src/views/open-now.ts';
import { internationalPhone } from '../../src/domain/phones.ts';
import { askPython, atomFaults, hasXmllint, pythonHas } from '../helpers/foreign.ts';
import { fullCity, realCity, smallCity } from '../helpers/exports.ts';
import { CONTENT_DAY } from '../helpers/content.ts';

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

  it.skipIf(!pythonHas('icalendar'))('is read the same by python3-icalendar', () => {
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

  it.skipIf(!pythonHas('vobject'))('is read the same by python3-vobject', () => {
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

describe.skipIf(!hasXmllint)('a feed', () => {
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
