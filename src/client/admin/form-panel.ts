/** One form: its sections, its controls, its faults. */
import type { Problem } from '../../domain/problems.ts';
import { pathInWords, schemaAt, type Path } from '../../schemas/walk.ts';
import { element } from '../element.ts';
import { anyField } from './controls/any.ts';
import type { FormContext } from './controls/context.ts';
import { showFaults } from './faults.ts';
import { FORMS, type Form } from './forms.ts';
import type { OfficeFile } from './office-files.ts';

export interface Panel {
  readonly box: HTMLElement;
  readonly context: Pick<FormContext, 'shown'>;
  /** Shows the faults of the fields that were left, or of all. */
  readonly show: (problems: readonly Problem[], all: boolean) => void;
}

export interface PanelNeeds extends Pick<FormContext, 'today' | 'choicesFor' | 'changed' | 'say'> {
  readonly file: OfficeFile;
  /** Called when a field was left: time to check. */
  readonly check: () => void;
}

function contextFor(needs: PanelNeeds, left: Set<string>): FormContext {
  const context: FormContext = {
    ...needs,
    shown: new Map(),
    field: (path, schema) => anyField(context, path, schema),
    left: (path) => {
      left.add(pathInWords(path));
      needs.check();
    },
  };
  return context;
}

function sectionBox(
  context: FormContext,
  section: Form['sections'][number],
  { schema, title: formTitle }: Form,
): HTMLElement {
  const { title, note, folded, fields } = section;
  const controls = fields.flatMap((name) => {
    const path: Path = name.split('.');
    const own = schemaAt(schema, path, context.file.value);
    return own ? [context.field(path, own)] : [];
  });
  // A field that says its section's name again says it to screen readers only.
  for (const control of controls) {
    const legend = control.querySelector(':scope > legend');
    if (legend?.textContent === title) legend.className = 'hidden';
  }
  const said = note ? [element('p', { class: 'soft' }, [note])] : [];
  return folded
    ? element('details', { class: 'part' }, [element('summary', {}, [title]), ...said, ...controls])
    : element('section', { class: 'part' }, [
        element('h3', title === formTitle ? { class: 'hidden' } : {}, [title]),
        ...said,
        ...controls,
      ]);
}

/** The form of a file; `before` stands above its sections. */
export function formPanel(
  needs: PanelNeeds,
  before: (context: FormContext) => readonly HTMLElement[] = () => [],
): Panel {
  const left = new Set<string>();
  const context = contextFor(needs, left);
  const form: Form = FORMS[needs.file.name];
  const box = element('div', { class: 'form' }, [
    ...before(context),
    ...form.sections.map((section) => sectionBox(context, section, form)),
  ]);
  return {
    box,
    context,
    show: (problems, all) => showFaults(context, problems, (path) => all || left.has(pathInWords(path))),
  };
}
