/** Two cities that differ in nothing but counts that are kept back look alike to the last byte. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { filesBelow } from '../../src/build/stamp.ts';
import { apart } from '../helpers/build-apart.ts';

const OFFICES = ['luocheng', 'yujin', 'qingxi', 'longkong', 'tielu', 'shixi'];
const works = [apart(), apart()];
afterAll(() => works.forEach((work) => work.remove()));

/** Builds the city with figures of several offices, and returns every file by name. */
function build(work: ReturnType<typeof apart>, [few, whole, part]: readonly [number, number, number]) {
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
  const { status, said } = work.build([], { SOURCE_DATE_EPOCH: '1795831200' });
  if (status !== 0) throw new Error(said);
  return new Map(filesBelow(work.out).map((file) => [relative(work.out, file), readFileSync(file)]));
}

it.runIf(process.env['CI'])('pages, exports and posters do not tell small counts apart', () => {
  const [first, second] = works.map((work, at) => build(work, at === 0 ? [1, 10, 9] : [4, 14, 5]));
  expect(first && [...first.keys()]).toEqual(second && [...second.keys()]);
  const differ = [...(first ?? [])].filter(([name, bytes]) => !second?.get(name)?.equals(bytes));
  expect(differ.map(([name]) => name)).toEqual([]);
  const shown = [...(first ?? [])].filter(([, bytes]) => bytes.includes('10至14')).map(([name]) => name);
  expect(shown).toContainEqual(expect.stringMatching(/^offices\/qianwei\/luocheng\//));
});
