/** The shape of what is told of changes: an office's past record has no text in which a name could have stood. */
import { z } from 'zod';
import { county } from '../schemas/county.ts';
import { hours } from '../schemas/hours.ts';
import { office, phoneEntry } from '../schemas/office.ts';
import { point, place } from '../schemas/place.ts';

const text = z.string();
const date = z.iso.date();
const head = { name: text, licence: text, inputsDigest: text };

const { shape } = office;
const where = place.shape;

const phones = z.array(phoneEntry.omit({ note: true })).optional();
const pastHours = z
  .strictObject({
    seasons: hours.shape.seasons,
    marketDays: hours.shape.marketDays.unwrap().omit({ note: true }).optional(),
    exceptions: z.array(z.strictObject({ from: date, to: date, sessions: z.array(text) })).optional(),
  })
  .optional();
const bureau = county.shape.bureau.shape;

const record = z.strictObject({
  name: shape.name,
  shortName: shape.shortName,
  kind: shape.kind,
  status: z.strictObject({
    state: z.enum(['normal', 'limited', 'closed']),
    from: date.optional(),
    until: date.optional(),
    since: date.optional(),
    successor: text.optional(),
  }),
  serves: shape.serves,
  address: where.address,
  postcode: where.postcode,
  point: point.optional(),
  phones,
  email: shape.email,
  hours: pastHours,
  provenance: shape.provenance.omit({ standards: true }),
  county: z.strictObject({ code: county.shape.code, name: county.shape.name }),
  bureau: z.strictObject({
    name: bureau.name,
    phones,
    address: bureau.address,
    hours: pastHours,
    provenance: bureau.provenance,
  }),
  localHolidays: z.array(z.strictObject({ from: date, to: date })).optional(),
  places: z.array(z.strictObject({ code: text, name: text })),
  former: z.array(text),
});

const changedOffice = z.strictObject({
  id: text,
  name: text.optional(),
  url: text.optional(),
  begins: z.boolean(),
  changes: z.array(
    z.strictObject({
      text,
      source: text.optional(),
      verifiedOn: date.optional(),
      url: text.optional(),
    }),
  ),
  record: record.nullable(),
});

/** By the names that the table of exports gives them. */
export const CHANGES_SCHEMAS = {
  ChangesIndex: z.strictObject({
    ...head,
    known: z.enum(['whole', 'part', 'none']),
    since: date.nullable(),
    days: z.array(z.strictObject({ date, url: text, offices: z.int(), inputsDigest: text })),
  }),
  Changes: z.strictObject({ ...head, date, offices: z.array(changedOffice) }),
} as const;
