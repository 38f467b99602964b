/** How the check and the build grow with the number of offices: made-up cities of complete offices, stock Astro beside. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countPages } from '../build/stamp.ts';
import { ROOT } from '../command/command.ts';
import { cleanBuild, run } from './bench.ts';
import { stockAstro } from './stock.ts';
import { writeSynthetic } from './synthetic.ts';

interface Scale {
  readonly offices: number;
  readonly pages: number;
  /** Seconds of wall; a build is cold where nothing of an earlier one is kept. */
  readonly check: number;
  readonly cold: number;
  readonly again: number;
  readonly onePhone: number;
  readonly whereabouts: number;
  readonly stock: number;
  readonly coldMegabytes: number | undefined;
  readonly againMegabytes: number | undefined;
}

/** Gives one office another telephone. */
function changePhone(content: string): void {
  const file = join(content, 'offices/xian1/zhen0/office.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('0833-2000000', '0833-2999999'));
}

/** Takes away all that earlier runs have kept to be quick. */
function forget(): void {
  for (const kept of ['renderer', 'checked', 'program', 'node'])
    rmSync(join(ROOT, '.cache', kept), { recursive: true, force: true });
}

/** Measures a made-up city of so many offices as of `day`, each step in a process of its own. */
export function measureScale(offices: number, day: string): Scale {
  const [content, out] = [join(ROOT, '.cache/bench-content'), join(ROOT, '.cache/bench')];
  writeSynthetic(join(ROOT, 'content'), content, offices, day);
  forget();
  const check = run('check.ts', ['--content', content]);
  forget();
  const cold = cleanBuild(content, out);
  const again = cleanBuild(content, out);
  changePhone(content);
  const onePhone = run('build.ts', ['--content', content, '--out', out]);
  const whereabouts = run('whereabouts.ts', ['--content', content, '--out', out, '--today', day]);
  const pages = countPages(out);
  const notice = readFileSync(join(content, `offices/xian1/zhen0/affairs/${day}-huodong.md`), 'utf8');
  const stock = stockAstro(pages, notice.replace(/^---[^]*?\n---\n/, ''));
  for (const folder of [content, out]) rmSync(folder, { recursive: true, force: true });
  return {
    offices,
    pages,
    check: check.seconds,
    cold: cold.seconds,
    again: again.seconds,
    onePhone: onePhone.seconds,
    whereabouts: whereabouts.seconds,
    stock,
    coldMegabytes: cold.peakMegabytes,
    againMegabytes: again.peakMegabytes,
  };
}

const two = (seconds: number) => Number(seconds.toFixed(2));

/** The table that is printed, a row for each size. */
export const scaleTable = (rows: readonly Scale[]): Record<string, object> =>
  Object.fromEntries(
    rows.map((one) => [
      one.offices,
      {
        页数: one.pages,
        检查: two(one.check),
        从零生成: two(one.cold),
        再生成: two(one.again),
        改一个电话: two(one.onePhone),
        发布去向: two(one.whereabouts),
        原版Astro: two(one.stock),
        从零比原版: two(one.cold / one.stock),
        从零MB: one.coldMegabytes,
        再生成MB: one.againMegabytes,
      },
    ]),
  );
