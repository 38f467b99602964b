import { z } from 'zod';
import { date, line } from './primitives.ts';
import { field } from './field.ts';

/** The six uses that premises must allow (seed 二（一）3; facts E6). */
export const ROOMS = ['人民调解', '社区矫正', '法律援助', '安置帮教', '档案管理', '值班备勤'] as const;

const year = z.number().int().min(2018).max(2100);

/** Measured facts of an office against the 2018 plan (facts part E); absent means not yet reported. */
export const standards = field(
  z.strictObject({
    registered: field(z.boolean().optional(), '立户列编', 'true'),
    dualManagement: field(z.boolean().optional(), '县级司法局主管、乡镇（街道）协管', 'true'),
    premisesAreaM2: field(z.number().min(0).max(10000).optional(), '业务用房面积（平方米）', '120'),
    independentUse: field(z.boolean().optional(), '独立使用', 'true'),
    premisesMisused: field(z.boolean().optional(), '用房被挤占、挪用、出租、出让或转借', 'false'),
    rooms: field(z.array(z.enum(ROOMS)).optional(), '功能用房', '["人民调解", "社区矫正"]'),
    signage: field(
      z
        .strictObject({ compliant: field(z.boolean(), '符合规范'), checkedOn: field(date, '核查日期') })
        .optional(),
      '外观标识',
    ),
    egovNet: field(z.boolean().optional(), '接入电子政务外网', 'true'),
    platform: field(z.boolean().optional(), '使用省司法行政工作平台', 'true'),
    serviceStation: field(z.boolean().optional(), '公共法律服务站', 'true'),
    mediationNetwork: field(z.boolean().optional(), '调解网络覆盖到村（社区）', 'true'),
    secondedOut: field(z.number().int().min(0).max(30).optional(), '没有经市级司法行政机关同意，被借调、借用的人数', '0'),
    newcomersTrained: field(z.boolean().optional(), '新入职人员都经过培训', 'true'),
    systems: field(z.number().int().min(0).max(100).optional(), '已建立的工作制度（项）', '17'),
    equipmentLedger: field(z.boolean().optional(), '装备账目', 'true'),
    legalEducationPlanYear: field(year.optional(), '普法计划年度', '2026'),
    training: field(
      z
        .strictObject({
          year: field(year, '年度', '2025'),
          sessions: field(z.number().int().min(0), '集中培训次数', '1'),
          days: field(z.number().min(0).max(366).optional(), '累计天数', '12'),
          hours: field(z.number().min(0).optional(), '累计学时', '90'),
        })
        .optional(),
      '培训',
    ),
  }),
  '规范化建设',
);

/** What a bureau provides for all its offices (seed 二（三）; facts E16, E17). */
export const countyStandards = field(
  z
    .strictObject({
      budgetYear: field(year.optional(), '工作经费纳入部门预算的年度', '2026'),
      equipmentPlanYear: field(year.optional(), '装备配备计划的年度', '2026'),
      source: field(line(200), '来源', '示例县司法局'),
    })
    .optional(),
  '规范化建设（全县各所共同的）',
);

export type Standards = z.infer<typeof standards>;

const posts = z.number().int().min(0).max(100000);

/** `standards.json`: the figure that the plan asks of the city as a whole (seed 二（二）2; facts E12). */
export const cityStandards = z
  .strictObject({
    quotaOffices: field(posts, '各司法所的政法专项编制', '150'),
    quotaTotal: field(posts.min(1, '应大于 0'), '全市司法行政系统的政法专项编制', '280'),
    asOf: field(date, '统计日期', '2026-06-30'),
    source: field(line(200), '来源', '示例市司法局'),
  })
  .refine((value) => value.quotaOffices <= value.quotaTotal, {
    path: ['quotaOffices'],
    error: '司法所的编制多于全市的编制',
  });

