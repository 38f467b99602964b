import { z } from 'zod';
import { field } from './field.ts';

/** `readings.json`: how place names are read where a dictionary errs (犍为 is Qianwei). A person may correct it. */
export const readings = z.strictObject({
  readings: field(
    z.record(z.string(), z.string().regex(/^[a-zv]+(?: [a-zv]+)*$/, '应为以空格分开的小写拼音（ü 写作 v）')),
    '读音',
    '{ "犍为": "qian wei" }',
  ),
});

export type Readings = z.infer<typeof readings>;
