/** The shape of every JSON file for others, made of the schemas that its content is checked with: strict, so that nothing else is in it. */
import { z } from 'zod';
import { HSDS_SCHEMAS } from './hsds/schema.ts';
import { CHANGES_SCHEMAS } from './schema-changes.ts';
import { disclosureSchema } from './schema-disclosure.ts';
import { calendar } from '../schemas/calendar.ts';
import { county } from '../schemas/county.ts';
import { law } from '../schemas/law.ts';
import { office } from '../schemas/office.ts';
import { point } from '../schemas/place.ts';
import { service } from '../schemas/service.ts';
import { site } from '../schemas/site.ts';
import { withdrawn } from '../schemas/withdrawn.ts';
import { WHEREABOUTS_STATES } from '../schemas/whereabouts.ts';

const text = z.string();
const asOf = z.iso.datetime();
const date = z.iso.date();
const named = z.strictObject({ code: text, name: text });
const head = { name: text, licence: text, inputsDigest: text };
const listOf = (item: z.ZodType) => z.strictObject({ ...head, items: z.array(item) });

const CHECKED = { contactDays: true, hoursDays: true, placeDays: true } as const;

const { shape } = office;
const place = shape.place.unwrap().shape;

const officeItem = z.strictObject({
  id: text,
  name: shape.name,
  shortName: shape.shortName,
  kind: shape.kind,
  status: shape.status,
  county: named,
  townships: z.array(
    named.extend({ former: z.array(text).optional(), formerVillages: z.array(text).optional() }),
  ),
  serves: shape.serves,
  address: place.address,
  postcode: place.postcode,
  landmark: place.landmark,
  point: point.optional(),
  phones: shape.phones,
  email: shape.email,
  hours: shape.hours,
  pending: z.array(z.enum(['address', 'phones', 'hours'])).meta({ title: '待公开的项' }),
  provenance: shape.provenance.omit({ standards: true }),
  url: text,
});

const village = z.strictObject({
  code: text,
  name: text,
  kind: z.enum(['village', 'community']),
  former: z.array(text).optional(),
  township: named,
  county: named,
  offices: z.array(text),
});

/** Who read a law, and until when, is for those who keep the content up. */
const { read: _, current: __, intervalDays: ___, sourceNotes: ____, ...lawItem } = law.shape;

const localHoliday = county.shape.localHolidays.unwrap().element;

const feature = z.strictObject({
  type: z.literal('Feature'),
  id: text,
  geometry: z
    .strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })
    .nullable(),
  properties: z.strictObject({
    name: text,
    county: text,
    countyCode: text,
    status: z.enum(['normal', 'limited', 'closed']),
    serves: z.array(text),
    address: text.nullable(),
    precision: z.enum(['office', 'township', 'none']),
    source: text.nullable(),
    verifiedOn: date.nullable(),
    url: text,
  }),
});

/** Each by the name that the table of exports gives it. */
export const FILE_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...HSDS_SCHEMAS,
  Offices: listOf(officeItem).extend({ intervals: site.shape.intervals.pick(CHECKED) }),
  Office: z.strictObject({ ...head, office: officeItem }),
  OfficesGeoJson: z.strictObject({
    type: z.literal('FeatureCollection'),
    name: text,
    inputsDigest: text,
    licence: text,
    note: text,
    features: z.array(feature),
  }),
  Villages: listOf(village),
  Services: listOf(z.strictObject({ slug: text, ...service.shape, url: text })),
  Laws: listOf(z.strictObject({ slug: text, ...lawItem, url: text })),
  Calendar: listOf(
    z.strictObject({
      ...calendar.shape,
      local: z.array(z.strictObject({ county: text, ...localHoliday.shape })),
    }),
  ),
  Disclosure: disclosureSchema,
  ...CHANGES_SCHEMAS,
  Whereabouts: z.strictObject({
    office: text,
    name: text,
    phone: text.optional(),
    alone: z.boolean(),
    asOf,
    inputsDigest: text,
    licence: text,
    people: z.array(z.strictObject({ id: text, name: text, post: text })),
    entries: z.array(
      z.strictObject({
        date,
        person: text,
        session: text.optional(),
        state: z.enum(WHEREABOUTS_STATES),
        back: text.optional(),
        substitute: text.optional(),
      }),
    ),
    restDays: z.array(date),
  }),
  Withdrawn: z.strictObject({
    inputsDigest: text,
    withdrawn: z.array(withdrawn.shape.withdrawn.element.pick({ url: true, on: true, reason: true })),
  }),
};
