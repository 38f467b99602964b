import type { ServiceRecord } from '../../schemas/service.ts';

/** The elements of a guide that the indicator names (facts A4-1), each with how it is found. */
const ELEMENTS: Readonly<Record<string, (guide: ServiceRecord) => boolean>> = {
  事项名称: ({ title }) => title !== '',
  设定依据: ({ basis }) => basis.length > 0,
  申请条件: ({ conditions }) => conditions.length > 0,
  办理材料: ({ materials }) => materials.length > 0,
  办理地点: ({ place }) => place !== '',
  办理时间: ({ time }) => time !== '',
  联系电话: ({ consult }) => /\d{5}|电话|热线/.test(consult),
  办理流程: ({ steps }) => steps.length > 0,
};

/** How many elements a guide lacks. */
export const lackingElements = (guide: ServiceRecord): string[] =>
  Object.entries(ELEMENTS).flatMap(([name, has]) => (has(guide) ? [] : [name]));
