import { z } from 'zod';

/**
 * Open Referral's HSDS 3.1 as far as it is used, stricter than its own schemas: those take `25:99` for a time, and any
 * text for an identifier.
 */
const id = z.uuid({ version: 'v5' });
const text = z.string().min(1);
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d\+08:00$/);
const days = z.string().regex(/^(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*$/);

const schedule = z
  .strictObject({
    id,
    valid_from: z.iso.date().optional(),
    valid_to: z.iso.date().optional(),
    timezone: z.literal(8),
    freq: z.enum(['WEEKLY', 'MONTHLY']),
    interval: z.int().min(1),
    byday: days,
    opens_at: time,
    closes_at: time,
    description: text.optional(),
  })
  .meta({ title: 'schedule' });

const address = z.strictObject({
  id,
  address_1: text,
  city: text,
  region: text.optional(),
  state_province: text,
  postal_code: z.string().regex(/^\d{6}$/),
  country: z.literal('CN'),
  address_type: z.enum(['physical', 'postal', 'virtual']),
});

const location = z.strictObject({
  id,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  name: text.optional(),
  description: text.optional(),
  transportation: text.optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  addresses: z.array(address).optional(),
  schedules: z.array(schedule).optional(),
});

const phone = z.strictObject({
  id,
  number: text,
  type: z.enum(['voice', 'fax']),
  description: text.optional(),
});

const organization = z.strictObject({
  id,
  name: text,
  alternate_name: text.optional(),
  description: text,
  email: z.email().optional(),
  website: z.url().optional(),
  parent_organization_id: id.optional(),
  phones: z.array(phone).optional(),
  locations: z.array(location).optional(),
});

const service = z.strictObject({
  id,
  name: text,
  alternate_name: text.optional(),
  description: text,
  url: z.url().optional(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  application_process: text,
  fees_description: text,
  eligibility_description: text,
  assured_date: z.iso.date(),
  organization,
  required_documents: z.array(z.strictObject({ id, document: text })),
});

const count = z.int().min(0);
const page = (contents: z.ZodType) =>
  z.strictObject({
    name: text,
    licence: text,
    inputsDigest: text,
    total_items: count,
    total_pages: z.literal(1),
    page_number: z.literal(1),
    size: count,
    first_page: z.literal(true),
    last_page: z.literal(true),
    empty: z.boolean(),
    contents: z.array(contents),
  });

export const HSDS_SCHEMAS = {
  HsdsOrganizations: page(organization),
  HsdsServices: page(service),
} as const;
