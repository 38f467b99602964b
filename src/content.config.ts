/**
 * Astro's door to the content: a collection for each kind, filled by the one reader that check and commands use too.
 * Records that grow with the city stand here as cards; the linked catalogue (`src/catalogue/current.ts`) has all.
 */
import { defineCollection } from 'astro:content';
import type { z } from 'zod';
import { contentLoader, keptSchema } from './catalogue/loader.ts';
import { type CardOf, type Collections, KIND_NAMES, type KindName, collectionOf } from './kinds.ts';

const collection = <K extends KindName>(kind: K) =>
  defineCollection({ loader: contentLoader(kind), schema: keptSchema(kind) as z.ZodType<CardOf<K>> });

export const collections = Object.fromEntries(
  KIND_NAMES.map((kind) => [collectionOf(kind), collection(kind)]),
) as { [N in keyof Collections]: ReturnType<typeof collection<Collections[N]>> };
