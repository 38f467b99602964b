import type { z } from 'zod';
import type { Path } from '../../../schemas/walk.ts';
import { shapeOf } from '../shape.ts';
import type { Desk } from './desk.ts';
import { groupField, variantField } from './group.ts';
import { listField } from './list.ts';
import { choiceField, numberField, severalField, textField, yesNoField } from './simple.ts';

/** The control for a field, chosen by the shape of its schema. */
export function anyField(desk: Desk, path: Path, schema: z.ZodType): HTMLElement {
  const shape = shapeOf(schema);
  switch (shape.as) {
    case 'group':
      return groupField(desk, path, schema);
    case 'list':
      return listField(desk, path, schema, shape.element);
    case 'variant':
      return variantField(desk, path, schema, shape.key, shape.choices);
    case 'several':
      return severalField(desk, path, schema, shape.choices);
    case 'choice':
      return choiceField(desk, path, schema, shape.choices);
    case 'yesno':
      return yesNoField(desk, path, schema);
    case 'text': {
      const choices = desk.choicesFor(shape.asks);
      return choices
        ? choiceField(desk, path, schema, choices)
        : textField(desk, path, schema, shape.asks, shape.long);
    }
    default:
      return numberField(desk, path, schema);
  }
}
