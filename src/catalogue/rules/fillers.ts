import { isFiller } from '../../domain/fillers.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Path } from '../../schemas/walk.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';

/** Every text below a value with its path. */
function* textsIn(value: unknown, path: Path): Generator<readonly [Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value))
      yield* textsIn(one, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** What nobody knows is left out, and shown as 待公开; a word that only fills its place is no fact. */
export const checkFillers = ({ of, finds }: Contents): Problem[] =>
  [...of('office'), ...of('staff'), ...of('county')].flatMap((entry) =>
    finds(entry, '占位的字不算内容', '', () => fillersIn(entry)),
  );

const fillersIn = (entry: Entry): Problem[] =>
  [...textsIn(entry.raw, [])].flatMap(([path, text]) => {
    if (!isFiller(text) || path.at(-1) === 'state' || text === 'none') return [];
    const message = `“${text}”不是内容`;
    const remedy = '不知道的、没有的就空着（不写这一项），网站上会写“待公开”';
    return [problemAt(entry, { kind: 'value', path, message, remedy })];
  });
