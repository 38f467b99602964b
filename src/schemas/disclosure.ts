import { z } from 'zod';
import { NOTICE_CATEGORIES } from './notice.ts';
import { line, paragraph, slug } from './primitives.ts';
import { DISCLOSURES, type DisclosureKey } from '../domain/disclosure/four.ts';
import { field } from './field.ts';

/** The pure functions that can look for an item's evidence; each name has one in `domain/disclosure`. */
export const EVIDENCE = [
  'cityFunctions',
  'cityServices',
  'cityRules',
  'place',
  'contact',
  'hours',
  'people',
  'deputies',
  'supervision',
  'whereabouts',
  'affairs',
  'statistics',
] as const;

const item = z.strictObject({
  id: field(slug, '编号', 'office-phone'),
  title: field(line(30), '名称', '办公电话'),
  short: field(line(2), '表头（两个字）', '电话'),
  disclosure: field(z.enum(Object.keys(DISCLOSURES) as DisclosureKey[]), '四公开之一', 'people'),
  expects: field(paragraph(200), '应能看到什么', '能拨通的办公电话'),
  supplier: field(z.enum(['city', 'county', 'office']), '谁提供', 'office'),
  freshness: field(
    z.enum(['daily', '20-working-days', 'monthly', 'six-months', 'yearly', 'verified', 'none']),
    '更新要求',
    'verified',
  ),
  basis: field(paragraph(200).optional(), '依据', '政府信息公开条例第二十条'),
  evidence: field(z.enum(EVIDENCE), '查找方法', 'contact'),
  least: field(
    z.number().int().min(1).max(200).optional(),
    '至少几篇（查找方法为 cityFunctions、cityServices、cityRules 时；不写则为 1）',
    '17',
  ),
  categories: field(
    z.array(z.enum(NOTICE_CATEGORIES)).min(1, '至少一类').optional(),
    '所务类别（查找方法为 affairs 时；不写则为全部）',
    '["经费装备"]',
  ),
});

/** `disclosure.json`: the catalogue of what every office must make public (design §3). */
export const disclosure = z.strictObject({ items: field(z.array(item).min(1, '至少一项'), '公开事项') });

export type DisclosureItem = z.infer<typeof item>;
export type EvidenceKey = (typeof EVIDENCE)[number];
