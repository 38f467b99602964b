/** A JSON record that is changed or made, as it is looked over. */
import { changesBetween } from '../../../domain/changes.ts';
import { toText } from '../../../forges/base64.ts';
import type { FileEdit, Stored } from '../../../forges/types.ts';
import { patchJson } from '../../../editing/patch-json.ts';
import { written } from '../../../editing/edit-json.ts';
import { assess, type Written } from '../assess.ts';
import type { ReviewPart } from '../review.ts';
import { tellChanges, type Naming } from '../words.ts';
import { editTo, valueOf, type Room } from './room.ts';

interface Changed extends Written {
  readonly title: string;
  readonly stored: Stored | undefined;
  readonly naming?: Naming;
}

/** The text of a record: what stays keeps its lines; a new one is written as ours are. */
export const textOf = (stored: Stored | undefined, value: unknown): string =>
  stored ? patchJson(toText(stored.bytes), value) : `${written(value, { indent: '', eol: '\n' })}\n`;

/** What changes in a record, what the check says of it, and the edit that writes it. */
export function recordPlan(room: Room, { stored, value, title, schema, naming, ...written }: Changed) {
  const before = valueOf(stored) ?? {};
  const changes = changesBetween(before, value);
  const told = tellChanges(schema, before, value, changes, naming ?? (() => undefined));
  const part: ReviewPart = { title, told };
  const { data, today } = room;
  const circumstances = {
    today,
    publicRepository: data.publicRepository === true,
    areaCode: data.areaCode,
  };
  const edits: FileEdit[] =
    changes.length > 0 ? [editTo(room, written.file, textOf(stored, value), stored)] : [];
  return {
    parts: changes.length > 0 ? [part] : [],
    edits,
    problems: assess([{ ...written, schema, value }], circumstances),
  };
}
