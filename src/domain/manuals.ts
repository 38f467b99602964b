/** The pages of the program's manual by their titles: where they lie differs from city to city, what they are called does not. */

export const MANUALS = {
  editing: '填报页',
  gate: '合并之前的检查',
  takedown: '撤下不该公开的内容',
  whereabouts: '每日工作去向',
} as const;

/** A page of the manual for readers who are at no prompt; at one, a command names the file (`manualPage`). */
export const manual = (name: keyof typeof MANUALS): string => `程序说明书《${MANUALS[name]}》`;
