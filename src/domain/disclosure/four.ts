/** The four disclosures (四公开) in the seed's order (seed 二（四）3). */
export const DISCLOSURES = {
  functions: '工作职能、工作流程、工作规则公开',
  people: '工作人员职责、职务、联系方式公开',
  whereabouts: '工作人员每日工作去向公开',
  affairs: '管理事务和工作过程公开',
} as const;

export type DisclosureKey = keyof typeof DISCLOSURES;
