import { findNodeAtLocation, getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { Failure } from '../command/command.ts';
import { columnOf, errorAt, rowOf, type RowFinding, type PlaceRow } from './rows.ts';

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** `"crs": "GCJ02"`, or the older form with a name inside. */
function declaredCrs(root: Node): string {
  const plain = findNodeAtLocation(root, ['crs']);
  const named = findNodeAtLocation(root, ['crs', 'properties', 'name']);
  return textOf((named ?? plain)?.value);
}

/** Points of a FeatureCollection; their properties go by the same names as columns of a table. */
export function readGeoJson(text: string): { rows: PlaceRow[]; findings: RowFinding[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const [fault] = errors;
  if (!root || fault)
    throw new Failure(`第 ${lineAt(text, fault?.offset ?? 0)} 行不是正确的 JSON，请重新导出。`);
  const features = findNodeAtLocation(root, ['features'])?.children;
  if (!features) throw new Failure('这不是 GeoJSON 的 FeatureCollection：没有 features。');
  const findings: RowFinding[] = [];
  const crs = declaredCrs(root);
  const rows = features.flatMap((feature) => {
    const line = lineAt(text, feature.offset);
    const type = findNodeAtLocation(feature, ['geometry', 'type'])?.value as unknown;
    const position = findNodeAtLocation(feature, ['geometry', 'coordinates']);
    if (position && type !== 'Point') {
      findings.push(errorAt(line, `图形应为 Point，不是 ${textOf(type)}`));
      return [];
    }
    const [lon, lat] = (position ? (getNodeValue(position) as unknown[]) : []).map(textOf);
    return [rowOf(line, { crs, ...propertiesOf(feature), lon: lon ?? '', lat: lat ?? '' })];
  });
  return { rows, findings };
}

function propertiesOf(feature: Node): Partial<Record<keyof PlaceRow, string>> {
  const node = findNodeAtLocation(feature, ['properties']);
  const properties = node && node.type === 'object' ? (getNodeValue(node) as Record<string, unknown>) : {};
  const cells = Object.entries(properties).flatMap(([key, value]) => {
    const column = columnOf(key);
    const text = textOf(value);
    return column && text !== '' ? [[column, text] as const] : [];
  });
  return Object.fromEntries(cells);
}
