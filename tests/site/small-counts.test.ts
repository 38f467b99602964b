/** Two cities that differ in nothing but counts that are kept back look alike to the last byte. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { filesBelow } from '../../src/build/stamp.ts';
import { apart } from '../helpers/build-apart.ts';
import { LONG } from '../helpers/long.ts';

const OFFICES = ['luocheng', 'yujin', 'qingxi', 'longkong', 'tielu', 'shixi'];
const work = apart('qianwei');
afterAll(() => work.remove());

/** Builds the city with figures of several offices, and returns every file by name. */
function build(name: string, [few, whole, part]: readonly [number, number, number]) {
  const site = JSON.parse(readFileSync(join(work.content, 'site.json'), 'utf8')) as object;
  work.write('site.json', JSON.stringify({ ...site, publicRepository: false }));
  const months = ['2026-08', '2026-09', '2026-10'].map((month, at) => ({
    month,
    consultations: 40 + at,
    lectures: few,
    mediations: whole,
    mediationsSettled: part,
  }));
  for (const office of OFFICES)
    work.write(
      `offices/qianwei/${office}/statistics.json`,
      JSON.stringify({ months, provenance: { source: '示例' } }),
    );
  const out = join(work.out, '..', name);
  const { status, said } = work.build(['--out', out], { SOURCE_DATE_EPOCH: '1795831200' });
  if (status !== 0) throw new Error(said);
  return new Map(filesBelow(out).map((file) => [relative(out, file), readFileSync(file)]));
}

it.runIf(LONG)('pages, exports and posters do not tell small counts apart', () => {
  const [first, second] = [build('first', [1, 10, 9]), build('second', [4, 14, 5])];
  expect([...first.keys()]).toEqual([...second.keys()]);
  const differ = [...first].filter(([name, bytes]) => !second.get(name)?.equals(bytes));
  expect(differ.map(([name]) => name)).toEqual([]);
  const shown = [...first].filter(([, bytes]) => bytes.includes('10至14')).map(([name]) => name);
  expect(shown).toContainEqual(expect.stringMatching(/^offices\/qianwei\/luocheng\//));
});
