/** Reads `region.json`: which cities a region has, and what its own site says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, uncover } from '../catalogue/decode.ts';
import { problemAt } from '../catalogue/entry.ts';
import { readJson } from '../catalogue/read-json.ts';
import { validate } from '../catalogue/validate.ts';
import { asTyped, Failure } from '../command/command.ts';
import { problemsAsText } from '../command/report.ts';
import { isError, type Problem } from '../domain/problems.ts';
import { region, type Region } from '../schemas/region.ts';

/** Its name in the region's folder. */
export const REGION_FILE = 'region.json';

/** What is wrong with a text of that file; the region where nothing is. */
function understand(bytes: Uint8Array): { region?: Region; problems: readonly Problem[] } {
  const decoded = decode(REGION_FILE, bytes);
  if (decoded.text === undefined) return { problems: decoded.problems };
  const { text, problems } = uncover(REGION_FILE, decoded.text);
  const { value: raw, locate, faults, understood } = readJson(text);
  const draft = {
    kind: 'site',
    file: REGION_FILE,
    names: {},
    notation: 'json',
    schema: region,
    raw,
    text,
    locate,
    prose: undefined,
  } as const;
  const syntax = faults.map(({ line, column, ...fault }) => ({ ...problemAt(draft, fault), line, column }));
  const held = understood ? validate(draft) : { data: undefined, problems: [] };
  const all = [...decoded.problems, ...problems, ...syntax, ...held.problems];
  return all.some(isError) ? { problems: all } : { region: held.data as Region, problems: all };
}

/** The region of a folder; fails with everything that is wrong with its file. */
export function readRegion(folder: string): Region {
  const file = join(folder, REGION_FILE);
  if (!existsSync(file))
    throw new Failure(
      `${folder} 里没有 ${REGION_FILE}。请写明它在哪个文件夹：npm run region -- <文件夹>；还没有的，在空文件夹里装好程序，用 npx --no-install open-office init --region <代码> 建一个。`,
    );
  const { region: made, problems } = understand(readFileSync(file));
  if (!made) throw new Failure(problemsAsText(problems, asTyped(folder)));
  return made;
}
