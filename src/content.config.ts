/**
 * Astro's door to the content: a collection for each kind, filled by the one reader that check and commands use too.
 * Records that grow with the city stand here as cards; the linked catalogue (`src/catalogue/current.ts`) has all.
 */
import { defineCollection } from 'astro:content';
import type { z } from 'zod';
import { contentLoader, keptSchema } from './catalogue/loader.ts';
import type { CardOf, KindName } from './kinds.ts';

const collection = <K extends KindName>(kind: K) =>
  defineCollection({ loader: contentLoader(kind), schema: keptSchema(kind) as z.ZodType<CardOf<K>> });

export const collections = {
  site: collection('site'),
  disclosure: collection('disclosure'),
  standards: collection('standards'),
  plan: collection('plan'),
  progress: collection('progress'),
  triage: collection('triage'),
  synonyms: collection('synonyms'),
  elsewhere: collection('elsewhere'),
  redirects: collection('redirects'),
  readings: collection('readings'),
  privacyAllow: collection('privacyAllow'),
  owners: collection('owners'),
  withdrawn: collection('withdrawn'),
  calendars: collection('calendar'),
  counties: collection('county'),
  divisions: collection('divisions'),
  offices: collection('office'),
  staff: collection('staff'),
  whereabouts: collection('whereabouts'),
  statistics: collection('statistics'),
  officeNotices: collection('officeNotice'),
  notices: collection('notice'),
  functions: collection('functionPage'),
  services: collection('service'),
  adaptations: collection('adaptation'),
  countyAdaptations: collection('countyAdaptation'),
  officeAdaptations: collection('officeAdaptation'),
  rules: collection('rule'),
  laws: collection('law'),
  boundaries: collection('boundaries'),
  pages: collection('page'),
};
