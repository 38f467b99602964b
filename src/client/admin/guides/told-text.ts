/** What was changed in a place's own text of a guide, in words. */
import { alike, changesBetween } from '../../../domain/changes.ts';
import { elementLines } from '../../../domain/element-words.ts';
import { adaptation, ELEMENT_NAMES, ELEMENTS } from '../../../schemas/adaptation.ts';
import type { ServiceRecord } from '../../../schemas/service.ts';
import { tellChanges, type ToldChange } from '../words.ts';

type Group = Readonly<Record<string, unknown>>;

/** Element by element, beside what stands above; then what it carries along. */
export const toldText = (before: Group | undefined, now: Group, above: ServiceRecord): ToldChange[] => [
  ...toldElements(before, now, above),
  ...toldBeside(before, now),
];

function toldBeside(...states: readonly [Group | undefined, Group]): ToldChange[] {
  const [before, after] = states.map((one) => ({
    versions: one?.['versions'],
    attachments: one?.['attachments'],
  }));
  return tellChanges(adaptation, before, after, changesBetween(before, after), () => undefined);
}

const toldElements = (old: Group | undefined, front: Group, above: ServiceRecord): ToldChange[] =>
  ELEMENT_NAMES.flatMap((name) => {
    const [before, now] = [old?.[name], front[name]];
    if (alike(now, before)) return [];
    const lines = (value: unknown, none: string) =>
      value === undefined ? none : elementLines(value).join('；');
    const aboveText = lines(above[name], '没有写');
    return [
      {
        where: ELEMENTS[name],
        before: lines(before, aboveText),
        after: lines(now, `照上面的文本：${aboveText}`),
      },
    ];
  });
