import type { z } from 'zod';
import type { Path } from '../../../schemas/walk.ts';
import { shapeOf } from '../shape.ts';
import type { FormContext } from './context.ts';
import { groupField, variantField } from './group.ts';
import { listField } from './list.ts';
import { choiceField, numberField, severalField, textField, yesNoField } from './simple.ts';

/** The control for a field, chosen by the shape of its schema. */
export function anyField(context: FormContext, path: Path, schema: z.ZodType): HTMLElement {
  const shape = shapeOf(schema);
  switch (shape.as) {
    case 'group':
      return groupField(context, path, schema);
    case 'list':
      return listField(context, path, schema, shape.element);
    case 'variant':
      return variantField(context, path, schema, shape.key, shape.choices);
    case 'several':
      return severalField(context, path, schema, shape.choices);
    case 'choice':
      return choiceField(context, path, schema, shape.choices);
    case 'yesno':
      return yesNoField(context, path, schema);
    case 'text': {
      const choices = context.choicesFor(shape.asks);
      return choices
        ? choiceField(context, path, schema, choices, shape.asks)
        : textField(context, path, schema, shape.asks, shape.long);
    }
    default:
      return numberField(context, path, schema);
  }
}
