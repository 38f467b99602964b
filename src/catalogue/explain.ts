import type { z } from 'zod';
import { toHalfWidth } from '../domain/phones.ts';
import { wrongPhone } from '../domain/wrong-phone.ts';
import { hasFullWidth } from '../domain/text.ts';
import { hintOf } from '../schemas/field.ts';
import { pathInWords, schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import type { Entry, RuleFinding } from './entry.ts';
import { writeField } from './notation.ts';
import { proposeValue } from './propose.ts';

type Draft = Omit<Entry, 'data'>;
type Explanation = (draft: Draft, issue: z.core.$ZodIssue, path: Path) => RuleFinding | undefined;

/** Degrees of latitude above 90 beside a small longitude: the axes were exchanged. */
const swappedAxes: Explanation = (draft, issue, path) => {
  if (path.at(-1) !== 'lat' || issue.code !== 'too_big') return undefined;
  const parent = path.slice(0, -1);
  const lat = valueAt(draft.raw, path);
  const lon = valueAt(draft.raw, [...parent, 'lon']);
  if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 90) return undefined;
  const fields = [
    writeField(draft.notation, 'lon', String(lat)),
    writeField(draft.notation, 'lat', String(lon)),
  ];
  return {
    kind: 'geography',
    path: parent,
    message: '经度、纬度写反了：纬度不超过 90',
    remedy: `改成 ${fields.join(draft.notation === 'json' ? ', ' : '；')}`,
  };
};

/** Digits and the marks that go with numbers, some of them full-width. */
const isWideNumber = (text: string) => hasFullWidth(text) && /^[\d\s.:()+/年月日-]+$/.test(toHalfWidth(text));

/** A text that is right but for its full-width digits, letters or marks. */
const fullWidth: Explanation = (draft, _issue, path) => {
  const value = valueAt(draft.raw, path);
  if (typeof value !== 'string' || !isWideNumber(value)) return undefined;
  const proposal = proposeValue(draft, path);
  if (!proposal.certain || proposal.value === undefined) return undefined;
  const written = writeField(draft.notation, path.at(-1), proposal.value);
  return { kind: 'value', path, message: `“${value}”用了全角数字或标点`, remedy: `改成 ${written}` };
};

/** The file is not the kind of value it must be: a list, a text, nothing. */
const notAnObject: Explanation = (draft, issue, path) => {
  if (path.length > 0 || issue.code !== 'invalid_type') return undefined;
  const message = draft.notation === 'json' ? '文件最外层应为 { }' : '信息部分应为“字段: 内容”各行';
  return { kind: 'value', path, message, remedy: `照着同类文件写${pathInWords(path)}` };
};

/** A mobile, or a number without its area code. */
const noOfficePhone: Explanation = (draft, _issue, path) => {
  const schema = schemaAt(draft.schema, path, draft.raw);
  const value = valueAt(draft.raw, path);
  if (!schema || hintOf(schema)?.asks !== 'phone' || typeof value !== 'string') return undefined;
  const wrong = wrongPhone(value, draft.areaCode);
  return wrong && { kind: 'value', path, ...wrong };
};

const EXPLANATIONS: readonly Explanation[] = [notAnObject, swappedAxes, noOfficePhone, fullWidth];

/** A better account of an issue than the schema can give, where several values tell more than one. */
export function explain(draft: Draft, issue: z.core.$ZodIssue, path: Path): RuleFinding | undefined {
  for (const explanation of EXPLANATIONS) {
    const finding = explanation(draft, issue, path);
    if (finding) return finding;
  }
  return undefined;
}
