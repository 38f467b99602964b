/** The words for what a site covers: a prefecture, or one county whose bureau has a site of its own. */

/** 全市, 全县, 全州: all of a place by its name. */
export const wholeOf = (name: string): string => `全${name.endsWith('地区') ? '地区' : name.slice(-1)}`;

/** 示例市示例县; a county that is all of the site is not said twice. */
export const placeIn = (city: string, county: string): string => (county === city ? county : city + county);
