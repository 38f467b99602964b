/** How such a count is told, and written where even the content must not hold it. */
export const FEW = '少于5';
/** A count as it is told and may be written: 少于5, 5至9, 10至14, 15至19 … */
export const RANGE = /^(?:少于5|5至9|(?<tens>[1-9]\d{0,3})(?:0至\k<tens>4|5至\k<tens>9))$/;
