import { z } from 'zod';
import { disclosure } from '../schemas/disclosure.ts';
import { tallyOf } from '../schemas/manifest.ts';

const text = z.string();
const asOf = z.iso.datetime();
const count = z.int().min(0);
const tally = tallyOf(count);

const cell = z.strictObject({
  item: text,
  state: z.enum(['published', 'stale', 'missing', 'not-applicable']),
  reason: z.enum(['verification', 'update']).optional(),
  on: text.optional(),
  since: text.optional(),
  until: text.optional(),
  inherited: z.literal(true).optional(),
  note: text.optional(),
  link: text,
});

const { id, title, expects, supplier, freshness, basis } = disclosure.shape.items.element.shape;

/** The shape of `data/disclosure.json`. */
export const disclosureSchema = z.strictObject({
  title: text,
  inputsDigest: text,
  licence: text,
  asOf,
  daily: z.strictObject({ items: z.array(text), asOf }),
  note: text,
  items: z.array(
    z.strictObject({
      id,
      title,
      disclosure: text,
      expects,
      supplier,
      freshness,
      basis,
      weight: count.optional(),
    }),
  ),
  counts: tally,
  offices: z.array(
    z.strictObject({
      id: text,
      name: text,
      county: text,
      url: text,
      counts: tally,
      score: z
        .strictObject({
          value: count.max(100),
          next: z.strictObject({ item: text, gain: count }).optional(),
        })
        .optional(),
      cells: z.array(cell),
    }),
  ),
});
