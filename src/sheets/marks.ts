/** The columns and sheets that serve the workbook itself, not the records. */
export const OFFICE_ID = '所编号';
export const ROW_KEY = '行编号';
export const ACTION = '操作';
export const COUNTY = '县';
export const OFFICE = '司法所';

export const INTRO_SHEET = '说明';
export const NOTICES_SHEET = '公告';
/** What the files said when the workbook was made: tells a clerk's change from somebody else's. */
export const BASE_SHEET = '底稿';
/** Sheets that carry no rows. */
export const OWN_SHEETS: readonly string[] = [INTRO_SHEET, BASE_SHEET, '选项'];

/** What may stand in the column of actions; the first is in the dropdown. */
export const ACTIONS = {
  remove: ['删除', '删', '去掉'],
  example: ['示例', '例'],
  keep: ['', '新增', '修改', '不变', '保留'],
};
