/** What a list changes, as one proposal. */
import { toBytes } from '../../../forges/base64.ts';
import type { Stored } from '../../../forges/types.ts';
import type { Problem } from '../../../domain/problems.ts';
import type { Imported, OfficeChange, OfficeRecords, RowChange } from '../../../sheets/model.ts';
import { assess, type Written } from '../assess.ts';
import { FORM_NAMES, FORMS } from '../forms.ts';
import { namesOf } from '../office-edits.ts';
import type { ReviewPart } from '../review.ts';
import { bureauOf, placed, type ProposalPlan, type Room } from './room.ts';

/** The offices of a county with their files, and those files by their paths. */
export interface Known {
  readonly offices: readonly OfficeRecords[];
  readonly stored: ReadonlyMap<string, Stored>;
}

const GONE = '（删除）';
const NONE = '待公开';

const told = ({ table, name, kind, cells }: RowChange) =>
  kind === 'removed'
    ? [{ where: table, before: name, after: GONE }]
    : cells.map(({ title, before, after }) => ({
        where: [table, name, title].filter(Boolean).join(' · '),
        before: before || NONE,
        after: after || GONE,
      }));

const partOf = ({ name, rows }: OfficeChange): ReviewPart => ({ title: name, told: rows.flatMap(told) });

/** What the content check says of the offices as they would be, each told by its name. */
function problemsOf({ data, today }: Room, { offices }: Imported): Problem[] {
  const written = offices.flatMap(({ id, files }) =>
    files.flatMap(({ path, after }): Written[] => {
      const name = FORM_NAMES.find((one) => path.endsWith(`/${FORMS[one].file}`));
      return name === undefined
        ? []
        : [
            {
              kind: name,
              schema: FORMS[name].schema,
              file: path,
              names: namesOf(id),
              value: JSON.parse(after) as unknown,
            },
          ];
    }),
  );
  const found = assess(written, {
    today,
    publicRepository: data.publicRepository === true,
    areaCode: data.areaCode,
  });
  return found.map((problem) => {
    const own = offices.find(({ id }) => problem.file.startsWith(`offices/${id}/`));
    return own ? { ...problem, message: `${own.name}：${problem.message}` } : problem;
  });
}

/** One proposal for all offices of the list. */
export const planOf = (room: Room, imported: Imported, { stored }: Known, county: string): ProposalPlan => ({
  branch: `ju/${county}`,
  by: bureauOf(room),
  titles: [`名册（${imported.offices.length}个所）`],
  parts: imported.offices.map(partOf),
  edits: imported.offices.flatMap(({ files }) =>
    files.map(({ path, after }) => ({
      path: placed(room.data, path),
      bytes: toBytes(after),
      before: stored.get(path),
    })),
  ),
  problems: problemsOf(room, imported),
});
