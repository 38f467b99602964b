import { z } from 'zod';
import { APPOINTMENT_NEEDS } from '../domain/appointment-words.ts';
import { line } from './primitives.ts';
import { choice, field } from './field.ts';

/** An appointment for a matter: needed or not, how it is made, how long before. */
export const appointment = field(
  z
    .strictObject({
      need: field(choice(APPOINTMENT_NEEDS), '要不要', 'must'),
      how: field(line(80).optional(), '怎么约', '打所里的电话'),
      ahead: field(line(40).optional(), '提前多久', '提前3天'),
    })
    .refine(({ need, how, ahead }) => need !== 'none' || (!how && !ahead), '不用预约的，不写怎么约、提前多久'),
  '预约',
);
