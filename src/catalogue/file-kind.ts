import { suggest } from './suggest.ts';
import { isDate } from '../domain/dates.ts';
import type { Problem } from '../domain/problems.ts';
import { amongSamples, inOrdinaryCounty, SAMPLES } from '../domain/samples.ts';
import { KIND_NAMES, KINDS, type KindName } from '../kinds.ts';

export interface PlacedFile {
  readonly kind: KindName;
  readonly names: Readonly<Record<string, string>>;
}

/** Whereabouts of a real office: those come from a folder of their own (design §3); samples' stand in the content. */
export const isWhereabouts = ({ kind, names }: PlacedFile): boolean =>
  kind === 'whereabouts' && names['county'] !== SAMPLES;

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
      .replace('<date>-<slug>', '(?<date>\\d{4}-\\d{2}-\\d{2})[-_ ](?<slug>[^/]+)')
      .replace(/(?<!\?)<(\w+)>/g, '(?<$1>[^/]+)')}$`,
    'i',
  );

const PATTERNS = KIND_NAMES.map((kind) => ({
  kind,
  pattern: KINDS[kind].pattern,
  expression: loosely(KINDS[kind].pattern),
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

/** What kind of content a path stands for, or why it stands for none. Samples are an ordinary county in another place. */
export function placeFile(file: string): { placed?: PlacedFile; problem?: Problem } {
  const ordinary = inOrdinaryCounty(file);
  if (ordinary === file)
    return amongSamples(file) === file ? placeOrdinary(file) : { problem: misplaced(file) };
  const { placed, problem } = placeOrdinary(ordinary);
  if (!problem) return { ...(placed && { placed }) };
  return { problem: { ...problem, file, remedy: problem.remedy.replace(/[\w/.<>-]+/g, amongSamples) } };
}

function placeOrdinary(file: string): { placed?: PlacedFile; problem?: Problem } {
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
  const day = names['date'];
  if (day !== undefined && !isDate(day))
    return refuse(
      file,
      `文件名里的日期 ${day} 不是日历上有的日期`,
      `文件名以发布日期开头，例如 ${fill(pattern, { ...names, date: EXAMPLE.date })}`,
    );
  const wrong = Object.entries(names).find(([name, text]) => !PLACEHOLDERS[name]?.matches.test(text));
  if (!wrong && fill(pattern, names) === file) return undefined;
  const fixed = Object.fromEntries(Object.entries(names).map(([name, text]) => [name, asSlug(text)]));
  const usable = Object.entries(fixed).every(([name, text]) => PLACEHOLDERS[name]?.matches.test(text));
  const right = fill(pattern, usable ? fixed : { ...EXAMPLE, ...pick(fixed, names) });
  if (usable && right.toLowerCase() === file.toLowerCase())
    return refuse(file, '文件或文件夹名称的大小写不对', `改名为 ${right}`);
  if (!wrong) return refuse(file, '文件名里日期的后面要用连字符', `改名为 ${right}`);
  const [name, text] = wrong;
  const remedy = usable ? `改名为 ${right}` : `只用小写拼音字母、数字和连字符，例如 ${right}`;
  return refuse(file, `“${text}”不能作${PLACEHOLDERS[name]?.said ?? '文件名'}`, remedy);
}

/** Of the fixed names, those that can be used. */
const pick = (fixed: Readonly<Record<string, string>>, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.keys(names).flatMap((name) => {
      const text = fixed[name] ?? '';
      return PLACEHOLDERS[name]?.matches.test(text) ? [[name, text]] : [];
    }),
  );

const EXAMPLE = { county: 'qianwei', office: 'luocheng', slug: 'tongzhi', year: '2026', date: '2026-11-22' };

const asSlug = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\s-]+/g, '-')
    .replace(/^-|-$/g, '');

const inChinese = (pattern: string) =>
  pattern.replace(/<(\w+)>/g, (_, name: string) => `<${PLACEHOLDERS[name]?.said ?? name}>`);

/** No place for such a file: the nearest name that has one. */
function misplaced(file: string): Problem {
  const parts = file.split('/');
  const near = PATTERNS.map(({ pattern }) => nearest(parts, pattern.split('/'))).find(
    (one) => one !== undefined,
  );
  const elsewhere = PATTERNS.filter(
    ({ pattern }) => pattern.split('/').at(-1) === parts.at(-1)?.toLowerCase(),
  );
  const places = elsewhere
    .flatMap(({ pattern }) => [pattern, amongSamples(pattern.replace('<county>', SAMPLES))])
    .filter((pattern, at, all) => all.indexOf(pattern) === at)
    .map(inChinese)
    .join(' 或 ');
  const remedy = near
    ? `是不是 ${near}`
    : places
      ? `${parts.at(-1)} 应放在 ${places}`
      : '删除它，或按 content/README.md 放到规定的文件夹';
  return refuse(file, '这里不能放这个文件', remedy);
}

/** The path with each fixed word corrected, when every one is near enough. */
function nearest(parts: readonly string[], wanted: readonly string[]): string | undefined {
  if (parts.length !== wanted.length) return undefined;
  const fixed = wanted.map((want, at) => nearestPart(parts[at] ?? '', want));
  return fixed.every((part) => part !== undefined) ? fixed.join('/') : undefined;
}

function nearestPart(part: string, want: string): string | undefined {
  if (!want.includes('<')) return suggest(part, [want]);
  if (!want.includes('.')) return part;
  const bare = /^(?:(\d{4}-\d{2}-\d{2})-)?(.+?)(?:\.\w+)?$/.exec(part);
  const year = /^\d{4}$/.test(bare?.[2] ?? '') ? bare?.[2] : undefined;
  const name = asSlug(bare?.[2] ?? '');
  const named = PLACEHOLDERS['slug']?.matches.test(name) && { slug: name, county: name };
  return fill(want, { ...EXAMPLE, date: bare?.[1] ?? EXAMPLE.date, year: year ?? EXAMPLE.year, ...named });
}
