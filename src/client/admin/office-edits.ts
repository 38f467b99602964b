/** All that is edited for one office: its files, a notice, and what the check says of them. */
import type { AdminData } from '../../views/admin.ts';
import { changesBetween } from '../../domain/changes.ts';
import type { Problem } from '../../domain/problems.ts';
import type { FieldFormat } from '../../schemas/field.ts';
import type { Forge } from '../../forges/types.ts';
import type { Circumstances } from './assess.ts';
import { changedExtras, type Extra } from './extra.ts';
import { FORM_NAMES, FORMS, type FormName } from './forms.ts';
import { emptyNotice, isEmptyNotice, type NoticeForm } from './notice-state.ts';
import { changesOf, openOfficeFile, type OfficeFile } from './office-files.ts';
import type { FormDraft } from './session.ts';
import type { Choices } from './shape.ts';

export interface OfficeEdits extends Circumstances {
  readonly office: string;
  readonly files: ReadonlyMap<FormName, OfficeFile>;
  readonly notice: NoticeForm;
  /** Further files that were opened, by their path below the content folder. */
  readonly extras: Map<string, Extra>;
}

/** Where the files of an office stand in the repository, and on which branch each of them lives. */
export function placeOf({ editor }: AdminData, office: string, name: FormName | 'notice') {
  const inFolder = (folder: string, rest: string) => [folder, rest].filter(Boolean).join('/');
  const { data } = editor;
  if (name === 'whereabouts')
    return {
      branch: data?.branch ?? '',
      path: inFolder(data?.folder ?? '', `offices/${office}/whereabouts.json`),
    };
  const folder = inFolder(editor.folder ?? 'content', `offices/${office}`);
  return { branch: editor.branch, path: name === 'notice' ? folder : `${folder}/${FORMS[name].file}` };
}

/** The forms that can be used here: whereabouts need a branch of their own. */
export const formsHere = ({ editor }: AdminData): readonly FormName[] =>
  FORM_NAMES.filter((name) => name !== 'whereabouts' || editor.data !== undefined);

/** Reads the files of an office as they stand now. Throws a `ForgeError`. */
export async function openWork(
  data: AdminData,
  forge: Forge,
  office: string,
  today: string,
): Promise<OfficeEdits> {
  const files = await Promise.all(
    formsHere(data).map(async (name) => {
      const { path, branch } = placeOf(data, office, name);
      return [name, openOfficeFile(name, await forge.read(path, branch))] as const;
    }),
  );
  const publicRepository = data.publicRepository === true;
  return {
    office,
    today,
    publicRepository,
    areaCode: data.areaCode,
    files: new Map(files),
    notice: emptyNotice(today),
    extras: new Map(),
  };
}

/** The draft of what is on the screen. Attachments are too large for it. */
export function draftOf(edits: OfficeEdits, savedAt: string): FormDraft {
  const files = [...edits.files].flatMap(([name, file]) =>
    changesBetween(file.before, file.value).length
      ? [[name, { sha: file.stored?.sha, before: file.before, value: file.value }] as const]
      : [],
  );
  const { value, body } = edits.notice;
  const extras = changedExtras(edits).flatMap((one) => {
    const kept = one.draft?.();
    return kept ? [{ ...kept, file: one.file, title: one.title() }] : [];
  });
  return {
    savedAt,
    extras,
    papers: Object.fromEntries(files),
    ...(!isEmptyNotice(edits.notice) && { notice: { value, body } }),
  };
}

/** The forms in which something differs from what was read. */
export const changedForms = (edits: OfficeEdits): FormName[] =>
  [...edits.files].flatMap(([name, file]) => (changesOf(file).length ? [name] : []));

/** The names that stand in the paths of an office’s files. */
export function namesOf(office: string): { readonly county: string; readonly office: string } {
  const [county = '', own = ''] = office.split('/');
  return { county, office: own };
}

/** What can be opened: a form of a file, a new notice, those that are there, the local texts of guides. */
export type Which = FormName | 'notice' | 'notices' | 'guides';

/** Whether anything that is opened there was changed. */
export const hasChanged = (edits: OfficeEdits, which: Which): boolean => {
  if (changedExtras(edits).some((one) => formOf(one, edits) === which)) return true;
  return which === 'notice' ? !isEmptyNotice(edits.notice) : changedForms(edits).some((one) => one === which);
};

/** The form that a file belongs to; among edits, a notice that was not opened is the new one. */
export function formOf({ file }: Pick<Problem, 'file'>, edits?: Pick<OfficeEdits, 'extras'>): Which {
  const own = FORM_NAMES.find((name) => file.endsWith(`/${FORMS[name].file}`));
  if (own) return own;
  if (/\/photos\//.test(file)) return 'staff';
  if (/(?:^|\/)services\//.test(file)) return 'guides';
  return edits && !edits.extras.has(file) ? 'notice' : 'notices';
}

/** What ids may be pointed to: people of this office, guides, functions, offices, divisions. */
export function choicesFrom(
  data: AdminData,
  edits: OfficeEdits,
  asks: FieldFormat | undefined,
): Choices | undefined {
  if (asks === 'person') {
    const people = edits.files.get('staff')?.value['people'];
    const list = Array.isArray(people) ? (people as { id?: string; name?: string }[]) : [];
    return list.flatMap(({ id, name }) => (id ? [[id, name || id] as const] : []));
  }
  if (asks === 'service') return data.services;
  if (asks === 'matter') return [...data.functions, ...data.services];
  if (asks === 'office')
    return data.counties.flatMap(({ offices }) => offices.map(({ id, name }) => [id, name] as const));
  return asks === 'division' ? data.townships : undefined;
}
