import { distanceInWords } from '../domain/geo.ts';
import type { Point } from '../schemas/place.ts';
import type { PointChange, PointsPlan } from './plan.ts';
import type { RowFinding } from './rows.ts';
import { fileOf } from './write.ts';

const WORDS = { office: '实测', township: '乡镇驻地', county: '县城' } as const;

const sayPoint = ({ lon, lat, precision }: Point) => `（${lon}, ${lat}）${WORDS[precision]}`;

function sayChange(change: PointChange): string {
  const { line, office, before, after, movedKm } = change;
  const moved =
    movedKm === undefined ? '新增' : movedKm < 0.001 ? '位置不变' : `移动${distanceInWords(movedKm)}`;
  const old = before ? `${sayPoint(before)} → ` : '';
  return [
    `  第 ${line} 行 ${office.record.name}：${moved}`,
    `      ${old}${sayPoint(after)}`,
    `      ${fileOf(change)}`,
  ].join('\n');
}

const sayFinding = ({ line, severity, message }: RowFinding) =>
  `  ${severity === 'error' ? '✗' : '!'} 第 ${line} 行：${message}`;

const byLine = (a: RowFinding, b: RowFinding) => a.line - b.line;

/** What a list would change, then all that is wrong or doubtful with it, by line. */
export function tellPlan({ changes, same, empty }: PointsPlan, findings: readonly RowFinding[]): string {
  const rest = [same > 0 && `${same} 个所没有变化`, empty > 0 && `${empty} 行没有坐标，跳过`].filter(Boolean);
  return [
    changes.length > 0 ? `${changes.length} 个所要改：` : '没有要改的。',
    ...changes.map(sayChange),
    ...(rest.length > 0 ? [`${rest.join('；')}。`] : []),
    ...(findings.length > 0 ? ['', '问题：', ...findings.toSorted(byLine).map(sayFinding)] : []),
  ].join('\n');
}
