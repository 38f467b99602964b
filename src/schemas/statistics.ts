import { z } from 'zod';
import { text } from './text.ts';
import { RANGE } from '../domain/count-range.ts';
import { month, provenance } from './primitives.ts';
import { field } from './field.ts';

/** Monthly work figures: totals of an office, never of a person or village (facts F1-3). */
export const FIGURES = {
  consultations: '法律咨询（人次）',
  mediations: '受理调解（件）',
  mediationsSettled: '调解成功（件）',
  legalAidForwarded: '转交法律援助申请（件）',
  lectures: '法治宣传活动（场）',
  disputeChecks: '矛盾纠纷排查（次）',
} as const;

const error = '应为 0 或正整数（不加引号），或 "少于5"、"5至9" 这样的范围';

/** A count; where the content itself is open to all, it may be written as it is told. */
const count = z.union([z.number().int().min(0).max(99999), text().regex(RANGE, { error })], { error });
const figures = Object.fromEntries(
  Object.entries(FIGURES).map(([key, title]) => [key, field(count.optional(), title, '12')]),
) as Record<keyof typeof FIGURES, z.ZodOptional<typeof count>>;

/** `statistics.json`. */
export const statistics = z.strictObject({
  months: field(z.array(z.strictObject({ month, ...figures })), '各月'),
  provenance: field(provenance, '来源与核实'),
});

export type Statistics = z.infer<typeof statistics>;
export type Figure = keyof typeof FIGURES;
