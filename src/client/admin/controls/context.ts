import type { z } from 'zod';
import type { FieldFormat } from '../../../schemas/field.ts';
import { pathInWords, type Path } from '../../../schemas/walk.ts';
import type { Choices } from '../shape.ts';

/** A field on the screen: where its faults are told, and what is marked as wrong. */
export interface ShownField {
  readonly path: Path;
  readonly box: HTMLElement;
  readonly inputs: readonly HTMLElement[];
  readonly wrong: HTMLElement;
}

/** The values that a form fills in. */
interface Sheet {
  /** Begins the ids of its fields. */
  readonly name: string;
  value: Record<string, unknown>;
}

/** What the controls of one file work with. */
export interface FormContext {
  readonly file: Sheet;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  /** What may be pointed to; undefined where any text may stand. */
  readonly choicesFor: (asks: FieldFormat | undefined) => Choices | undefined;
  /** Makes the control of a field, whatever its shape. */
  readonly field: (path: Path, schema: z.ZodType) => HTMLElement;
  /** Tells that a value has changed. */
  readonly changed: () => void;
  /** Tells that a field was left, so that its faults may be shown. */
  readonly left: (path: Path) => void;
  /** Says something to people who cannot see the change. */
  readonly say: (text: string) => void;
  /** Every field on the screen by its path in words. */
  readonly shown: Map<string, ShownField>;
}

/** An id for the element of a field. */
export const idOf = ({ file }: FormContext, path: Path, part = ''): string =>
  [file.name, ...path, part].filter((one) => one !== '').join('-');

export const register = (context: FormContext, shown: ShownField): void => {
  context.shown.set(pathInWords(shown.path), shown);
};
