/** From the content of program 0.1.0 (version 1) to version 2. */
import { edit, editEach, put, removed, type Files } from '../../editing/files.ts';
import type { MigrationStep } from '../step.ts';
import { withBearings } from './bearings.ts';
import { rewrite, type TextData, type MigratedText } from './front.ts';
import { joinLaws } from './join-laws.ts';
import { lawOf } from './laws.ts';
import { citedIn, pathNow, slugOf, unchanged } from './shared.ts';
import { functionOf, guideOf, pageOf } from './texts.ts';

/** Texts of one kind rewritten, and under a new ending where they get one. */
function texts(files: Files, fits: RegExp, want: (data: TextData) => MigratedText, ending = '.md'): Files {
  const paths = [...files.keys()].filter((path) => fits.test(path));
  return paths.reduce((now, path) => {
    const text = now.get(path);
    if (typeof text !== 'string') return now;
    const next = rewrite(text, want);
    return put(ending === '.md' ? now : put(now, path, undefined), path.replace(/\.md$/, ending), next);
  }, files);
}

/** The form page went by review unless told otherwise; now it is the other way round, and content keeps its way. */
function reviewed(site: TextData): TextData {
  const editor = site['editor'] as { data?: { direct?: boolean } } | undefined;
  if (!editor?.data || editor.data.direct !== undefined) return site;
  return { ...site, editor: { ...editor, data: { ...editor.data, direct: false } } };
}

/** Every file in the new writing, in the place it has now. */
function converted(files: Files): Files {
  const guides = texts(files, /^services\/[^/]+\.md$/, guideOf, '.mdx');
  const pages = texts(guides, /^pages\/[^/]+\.md$/, pageOf, '.mdx');
  const functions = texts(pages, /^functions\/[^/]+\.md$/, functionOf);
  const laws = editEach<TextData>(functions, /^laws\/[^/]+\.json$/, lawOf);
  return edit<TextData>(laws, 'site.json', reviewed);
}

/** A document of another place goes only where no text that stays rests on it. */
function withoutNeeded(goes: readonly string[], all: Files, national: Files): string[] {
  const stay = [...all.keys()].filter((path) => !goes.map(pathNow).includes(path));
  const cited = new Set(
    stay.flatMap((path) => (TEXTS.test(path) ? citedIn(all, path).map(({ law }) => law) : [])),
  );
  return goes.filter((path) => !path.startsWith('laws/') || national.has(path) || !cited.has(slugOf(path)));
}

const TEXTS = /^(?:services|functions|rules)\//;

const unread = (files: Files): string[] =>
  [...files].flatMap(([path, body]) => {
    if (!/^laws\/[^/]+\.json$/.test(path) || typeof body !== 'string') return [];
    const { read, editions } = JSON.parse(body) as { read: unknown[]; editions: { id: string }[] };
    return read.length === 0 || editions.some(({ id }) => id === '0000') ? [path] : [];
  });

const noteOf = (what: string, paths: readonly string[]): string[] =>
  paths.length > 0 ? [`${what}：\n${paths.map((path) => `    ${path}`).join('\n')}`] : [];

function run(files: Files, national: Files): { files: Files; notes: string[] } {
  const all = converted(files);
  const gone = withoutNeeded(unchanged(files, national), all, national);
  const went = new Set(gone.map(pathNow));
  const rest = removed(all, (path) => went.has(path));
  const laws = joinLaws(rest, all, national, gone);
  const next = withBearings(laws, files, national, gone);
  const own = [...next.keys()].filter((path) => national.has(path) && !path.startsWith('samples/'));
  return {
    files: next,
    notes: [
      ...noteOf('您改过的，照旧用您的；随程序来的有新文本，请对照，没有不同的可以删掉', own),
      ...noteOf('没有写什么时候看过原文、是哪个版本的法律；看过的，补写 editions 和 read', unread(next)),
    ],
  };
}

/** Version 2: national texts beneath the city's, editions of laws, guides that are MDX, certainty in three states. */
export const TO_2: MigrationStep = {
  to: 2,
  says: [
    '没有改过的办事指南、职能、制度、法律、示例等随程序来，从内容里删掉，从此随程序更新；改过的留着',
    '本地文件（方案、条例）同这些文本的关系写进它自己的 bearsOn；别的城市的文件删掉',
    '办事指南和网站页面改为 .mdx（正文里的花括号、尖括号改成全角）',
    '“待核事项”certaintyNotes 改叫 sourceNotes；把握 seen 改为 read，high、medium、unverified 改为 second-hand',
    '“谁作决定”只留机构名称，后面的话移到说明里',
    '法律的 effective、revised、source 改写成 editions、read、sourceNotes；写了“核对至某年某月”的才写看过的日期',
    '填报页的去向没有写 direct 的，写明 false（照旧先审核）',
  ],
  run,
};
