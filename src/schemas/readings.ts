import { z } from 'zod';
import { text } from './text.ts';
import { field } from './field.ts';
import { line } from './primitives.ts';

/**
 * `readings.json`: how place names are read where a dictionary errs (郫都 is Pidu), and how people write them who
 * lack the right character (荞坝 for 荍坝). A person may correct both.
 */
export const readings = z.strictObject({
  readings: field(
    z.record(text(), text().regex(/^[a-zv]+(?: [a-zv]+)*$/, '应为以空格分开的小写拼音（ü 写作 v）')),
    '读音',
    '{ "郫都": "pi du" }',
  ),
  misspellings: field(
    z.record(text().min(2, '至少两个字'), z.array(line(20)).min(1, '至少写一种')).optional(),
    '常见误写',
    '{ "荍坝": ["荞坝"] }',
  ),
});
