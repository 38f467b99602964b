import { suggest } from '../domain/suggest.ts';
import { isDate } from '../domain/dates.ts';
import type { Problem } from '../domain/problems.ts';
import { FILE_KINDS, type KindName } from '../schemas/files.ts';

export interface Placed {
  readonly kind: KindName;
  readonly names: Readonly<Record<string, string>>;
}

interface Part {
  readonly matches: RegExp;
  readonly said: string;
}

const SLUG = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const PLACEHOLDERS: Readonly<Record<string, Part>> = {
  county: { matches: new RegExp(`^${SLUG}$`), said: '县名' },
  office: { matches: new RegExp(`^${SLUG}$`), said: '司法所名' },
  slug: { matches: new RegExp(`^${SLUG}$`), said: '文件名' },
  year: { matches: /^20\d{2}$/, said: '年份' },
  date: { matches: /^\d{4}-\d{2}-\d{2}$/, said: '日期' },
};

/** A pattern as an expression that takes any text for its placeholders, letters in any case. */
const loosely = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replace(/[.]/g, '\\.')
      .replace('<date>-<slug>', '(?<date>\\d{4}-\\d{2}-\\d{2})-(?<slug>[^/]+)')
      .replace(/(?<!\?)<(\w+)>/g, '(?<$1>[^/]+)')}$`,
    'i',
  );

const PATTERNS = (Object.keys(FILE_KINDS) as KindName[]).map((kind) => ({
  kind,
  pattern: FILE_KINDS[kind].pattern,
  expression: loosely(FILE_KINDS[kind].pattern),
}));

const fill = (pattern: string, names: Readonly<Record<string, string>>) =>
  pattern.replace(/<(\w+)>/g, (_, name: string) => names[name] ?? '');

const refuse = (file: string, message: string, remedy: string): Problem => ({
  kind: 'path',
  severity: 'error',
  file,
  message,
  remedy,
});

/** What kind of content a path stands for, or why it stands for none. */
export function placeFile(file: string): { placed?: Placed; problem?: Problem } {
  for (const { kind, pattern, expression } of PATTERNS) {
    const match = expression.exec(file);
    if (!match) continue;
    const names = { ...match.groups };
    const problem = misspelt(file, pattern, names);
    return problem ? { problem } : { placed: { kind, names } };
  }
  return { problem: misplaced(file) };
}

/** The right place, but the case or a name is not as it must be. */
function misspelt(
  file: string,
  pattern: string,
  names: Readonly<Record<string, string>>,
): Problem | undefined {
  if (names['date'] !== undefined && !isDate(names['date']))
    return refuse(
      file,
      `文件名里的日期 ${names['date']} 不是日历上有的日期`,
      '文件名以发布日期开头，例如 2026-11-22-tongzhi.md',
    );
  const wrong = Object.entries(names).find(([name, text]) => !PLACEHOLDERS[name]?.matches.test(text));
  if (!wrong && fill(pattern, names) === file) return undefined;
  const mended = Object.fromEntries(Object.entries(names).map(([name, text]) => [name, asSlug(text)]));
  const right = fill(pattern, mended);
  const onlyCase = right.toLowerCase() === file.toLowerCase();
  const message = onlyCase
    ? '文件或文件夹名称的大小写不对'
    : `“${wrong?.[1] ?? file}”不能作${PLACEHOLDERS[wrong?.[0] ?? '']?.said ?? '文件名'}`;
  const usable = Object.entries(mended).every(([name, text]) => PLACEHOLDERS[name]?.matches.test(text));
  return refuse(
    file,
    message,
    usable ? `改名为 ${right}` : `用小写拼音字母、数字和单个连字符，例如 ${fill(pattern, EXAMPLE)}`,
  );
}

const EXAMPLE = { county: 'qianwei', office: 'luocheng', slug: 'tongzhi', year: '2026', date: '2026-11-22' };

const asSlug = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\s-]+/g, '-')
    .replace(/^-|-$/g, '');

/** No place for such a file: the nearest name that has one. */
function misplaced(file: string): Problem {
  const parts = file.split('/');
  const near = PATTERNS.flatMap(({ pattern }) => {
    const wanted = pattern.split('/');
    return wanted.length === parts.length ? [alike(parts, wanted)] : [];
  }).filter((one) => one !== undefined);
  const elsewhere = PATTERNS.filter(
    ({ pattern }) => pattern.split('/').at(-1) === parts.at(-1)?.toLowerCase(),
  );
  const remedy = near[0]
    ? `是不是想写 ${near[0]}`
    : elsewhere[0]
      ? `${parts.at(-1)} 应放在 ${elsewhere.map(({ pattern }) => pattern).join(' 或 ')}`
      : `删除它，或按 content/README.md 放到规定的文件夹`;
  return refuse(file, '这里不能放这个文件', remedy);
}

/** The parts with each fixed word corrected, when every one is near enough. */
function alike(parts: readonly string[], wanted: readonly string[]): string | undefined {
  const mended = wanted.map((want, at) => {
    const part = parts[at] ?? '';
    if (!want.includes('<')) return suggest(part, [want]);
    const ending = /\.(?:json|md)$/.exec(want)?.[0];
    if (!ending) return part;
    const bare = part.replace(/\.\w+$/, '');
    return new RegExp(
      want
        .replace('<date>', '\\d{4}-\\d{2}-\\d{2}')
        .replace('<year>', '\\d{4}')
        .replace(/<\w+>/, '.+')
        .replace('.', '\\.'),
    ).test(`${bare}${ending}`)
      ? `${asSlug(bare)}${ending}`
      : undefined;
  });
  return mended.every((part) => part !== undefined) ? mended.join('/') : undefined;
}
