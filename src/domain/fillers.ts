/** Words that stand in a cell or a field because it must not be empty: they say nothing. */

const FILLER =
  /^(?:无|没有|暂无|暂缺|缺|不详|不明|未知|未定|待定|待补|待补充|待填|待公开|空|空白|同上|n\/?a|null|none|[-—–―_/\\.。、·*×?？…]+)$/i;

/** Whether a text only fills a place that had to be filled. */
export const isFiller = (text: string): boolean => FILLER.test(text.normalize('NFKC').replace(/\s/g, ''));
