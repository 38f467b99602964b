/** Arbitrary valid records of an office, for promises that hold whatever an office has written. */
import fc from 'fast-check';
import { addDays } from '../../src/domain/dates.ts';
import { hasHiddenCharacter } from '../../src/domain/text.ts';
import { office } from '../../src/schemas/office.ts';
import { staff } from '../../src/schemas/staff.ts';
import { FIGURES, statistics } from '../../src/schemas/statistics.ts';
import { ROOMS } from '../../src/schemas/standards.ts';
import { WHEREABOUTS_STATES, whereabouts } from '../../src/schemas/whereabouts.ts';
import type { OfficeRecords } from '../../src/sheets/model.ts';

/** Words that a sheet could take for something else. */
const TRICKY = [
  '删除',
  '原样：1',
  '原样："x"',
  '@jia',
  '是',
  '46266',
  '0',
  '甲、乙',
  '甲，乙；丙,丁;戊',
  '_x0041_',
  '“”',
  '=1+1',
  "'甲",
];

/** Characters that a workbook cannot hold are no text that anybody types. */
const isText = (text: string) =>
  text === text.trim() &&
  text !== '' &&
  !/[\n\r\t\uFFFE\uFFFF]/.test(text) &&
  !/\p{Cs}/u.test(text) &&
  !hasHiddenCharacter(text);

const line = (max: number) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 12) })
        .filter((one) => one.length <= max && isText(one)),
    },
    fc
      .constantFrom('罗城镇铁山路 1 号', '主持全面工作', '示例', ...TRICKY)
      .filter((one) => one.length <= max),
  );
const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(?:-[a-z0-9]{1,4})?$/);
const date = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
const session = fc.uniqueArray(time, { minLength: 2, maxLength: 2 }).map((two) => two.toSorted().join('-'));
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
const phone = fc.oneof(
  fc.integer({ min: 2_000_000, max: 9_999_999 }).map((local) => `0833-${local}`),
  fc.constantFrom('12348', '028-81234567-12', '0833-0123456'),
);
const provenance = fc.record({ source: line(200), verifiedOn: maybe(date) });
const dayOfYear = date.map((one) => one.slice(5));
const sessions = fc.array(session, { minLength: 1, maxLength: 4 });
const truth = maybe(fc.boolean());
const span = fc.tuple(date, date).map((two) => two.toSorted() as [string, string]);

const season = fc.record({
  name: line(20),
  from: dayOfYear,
  to: dayOfYear,
  week: fc.array(fc.record({ days, sessions }), { minLength: 1, maxLength: 3 }),
});

const hours = fc.record({
  seasons: fc.array(season, { minLength: 1, maxLength: 3 }),
  marketDays: maybe(
    fc.record({
      calendar: fc.constantFrom('solar', 'lunar'),
      digits: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
      sessions,
      note: maybe(line(60)),
    }),
  ),
  exceptions: maybe(
    fc.array(
      fc
        .tuple(span, fc.array(session, { maxLength: 2 }), line(60))
        .map(([[from, to], own, reason]) => ({ from, to, sessions: own, reason })),
      { maxLength: 3 },
    ),
  ),
  duty: maybe(line(200)),
  note: maybe(line(200)),
});

const status = fc.oneof(
  fc.constant({ state: 'normal' }),
  fc.tuple(line(200), span).map(([text, [from, until]]) => ({ state: 'limited', text, from, until })),
  fc.record({ state: fc.constant('closed'), text: line(200), since: date, successor: maybe(slug) }),
);

const standards = fc.record({
  registered: truth,
  premisesAreaM2: maybe(fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(0.5, 126.25))),
  rooms: maybe(fc.uniqueArray(fc.constantFrom(...ROOMS))),
  signage: maybe(fc.record({ compliant: fc.boolean(), checkedOn: date })),
  serviceStation: truth,
  training: maybe(
    fc.record({
      year: fc.integer({ min: 2018, max: 2100 }),
      sessions: fc.nat(9),
      days: maybe(fc.nat(366)),
      hours: maybe(fc.nat(200)),
    }),
  ),
});

const officeRecord = fc.record({
  name: fc.constant('东县甲镇司法所'),
  shortName: fc.constant('甲镇司法所'),
  kind: fc.constant('township'),
  status,
  serves: fc.constant(['991101100']),
  premises: maybe(fc.constantFrom('own', 'shared', 'none')),
  place: maybe(
    fc.record({
      address: maybe(line(120)),
      postcode: maybe(fc.constantFrom('614400', '000000')),
      landmark: maybe(line(60)),
      access: maybe(
        fc.record({
          stepFree: truth,
          hearing: maybe(line(80)),
          languages: maybe(fc.array(line(20), { maxLength: 3 })),
        }),
      ),
    }),
  ),
  phones: maybe(
    fc.array(
      fc.record({
        number: phone,
        use: fc.constantFrom('consult', 'duty', 'supervision', 'fax'),
        note: maybe(line(60)),
      }),
      { maxLength: 4 },
    ),
  ),
  email: maybe(fc.constantFrom('sfs@example.gov.cn')),
  hours: maybe(hours),
  plates: maybe(fc.array(line(60), { maxLength: 3 })),
  serviceNotes: maybe(
    fc.array(fc.record({ service: slug, place: line(120), phone: maybe(phone) }), { maxLength: 2 }),
  ),
  standards: maybe(standards),
  provenance: fc.record({
    establishment: provenance,
    contact: provenance,
    hours: provenance,
    place: provenance,
  }),
  note: maybe(line(300)),
});

const staffRecord = fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }).chain((ids) => {
  const someone = fc.oneof(fc.constantFrom(...ids), slug);
  const person = (id: string) =>
    fc.record({
      id: fc.constant(id),
      name: fc.oneof(line(20), fc.constantFrom('示例甲', '示例乙', ids[0] ?? 'jia')),
      post: line(30),
      role: fc.constantFrom('head', 'assistant', 'staff'),
      duties: fc.array(line(60), { minLength: 1, maxLength: 3 }),
      phone: maybe(phone),
      partTime: truth,
      photo: maybe(fc.constant('zhang-san.jpg')),
      deputy: maybe(someone),
    });
  return fc.record({
    people: fc.tuple(...ids.map(person)),
    vacancies: maybe(
      fc.array(fc.record({ post: line(30), since: date, until: maybe(date), acting: maybe(someone) }), {
        maxLength: 2,
      }),
    ),
    provenance,
  });
});

const figure = maybe(fc.oneof(fc.nat(99_999), fc.constantFrom('少于5', '5至9', '120至124')));
const statisticsRecord = fc.record({
  months: fc.array(
    fc.record({
      month: date.map((one) => one.slice(0, 7)),
      ...(Object.fromEntries(Object.keys(FIGURES).map((key) => [key, figure])) as Record<
        string,
        typeof figure
      >),
    }),
    { maxLength: 4 },
  ),
  provenance,
});

const what = {
  person: slug,
  session,
  state: fc.constantFrom(...WHEREABOUTS_STATES),
  back: maybe(time),
  substitute: maybe(slug),
};
const whereaboutsRecord = fc.record({
  entries: fc.array(fc.record({ date, ...what }), { maxLength: 3 }),
  plan: maybe(
    fc
      .tuple(date, fc.nat(62), fc.array(fc.record({ ...what, days }), { minLength: 1, maxLength: 3 }))
      .map(([from, length, week]) => ({
        from,
        until: addDays(from, length),
        week,
      })),
  ),
});

const asText = (record: unknown) => `${JSON.stringify(record, null, 2)}\n`;
const valid = <T>(schema: { safeParse: (value: unknown) => { success: boolean } }, one: fc.Arbitrary<T>) =>
  one
    .map((record) => JSON.parse(JSON.stringify(record)) as unknown)
    .filter((record) => schema.safeParse(record).success);

/** The files of one office; every record passes its schema. */
export const anyOffice: fc.Arbitrary<OfficeRecords> = fc
  .record({
    office: valid(office, officeRecord),
    staff: maybe(valid(staff, staffRecord)),
    statistics: maybe(valid(statistics, statisticsRecord)),
    whereabouts: maybe(valid(whereabouts, whereaboutsRecord)),
  })
  .map((records) => ({
    id: 'dong/jia',
    county: '东县',
    notices: [],
    texts: Object.fromEntries(
      Object.entries(records).flatMap(([name, record]) =>
        record === undefined ? [] : [[name, asText(record)]],
      ),
    ),
  }));
