/**
 * Astro's door to the content: a collection for each kind, filled by the one reader that check and commands use too.
 * Records that grow with the city stand here as cards; the linked catalogue (`src/catalogue/current.ts`) has all.
 */
import { defineCollection } from 'astro:content';
import type { z } from 'zod';
import { COLLECTIONS } from './catalogue/collections.ts';
import { contentLoader, keptSchema } from './catalogue/loader.ts';
import type { CardOf, KindName } from './kinds.ts';

const collection = <K extends KindName>(kind: K) =>
  defineCollection({ loader: contentLoader(kind), schema: keptSchema(kind) as z.ZodType<CardOf<K>> });

type Collections = {
  [N in keyof typeof COLLECTIONS]: ReturnType<typeof collection<(typeof COLLECTIONS)[N]>>;
};

export const collections = Object.fromEntries(
  Object.entries(COLLECTIONS).map(([name, kind]) => [name, collection(kind)]),
) as Collections;
