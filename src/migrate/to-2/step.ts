/** From the content of program 0.1.0 (version 1) to version 2. */
import { edit, editEach, put, type Files } from '../../editing/files.ts';
import type { Step } from '../step.ts';
import { rewrite, type Fields, type Wanted } from './front.ts';
import { lawOf } from './laws.ts';
import { functionOf, guideOf, pageOf } from './texts.ts';

/** Texts of one kind rewritten, and under a new ending where they get one. */
function texts(files: Files, fits: RegExp, want: (data: Fields) => Wanted, ending = '.md'): Files {
  const paths = [...files.keys()].filter((path) => fits.test(path));
  return paths.reduce((now, path) => {
    const text = now.get(path);
    if (typeof text !== 'string') return now;
    const next = rewrite(text, want);
    return put(ending === '.md' ? now : put(now, path, undefined), path.replace(/\.md$/, ending), next);
  }, files);
}

/** The form page went by review unless told otherwise; now it is the other way round, and content keeps its way. */
function reviewed(site: Fields): Fields {
  const editor = site['editor'] as { data?: { direct?: boolean } } | undefined;
  if (!editor?.data || editor.data.direct !== undefined) return site;
  return { ...site, editor: { ...editor, data: { ...editor.data, direct: false } } };
}

const withoutReaders = (files: Files): string[] =>
  [...files].flatMap(([path, body]) => {
    if (!/^laws\/[^/]+\.json$/.test(path) || typeof body !== 'string') return [];
    const { read, editions } = JSON.parse(body) as { read: unknown[]; editions: { id: string }[] };
    const unknown = editions.some(({ id }) => id === '0000');
    return read.length === 0 || unknown ? [path] : [];
  });

function run(files: Files): { files: Files; notes: string[] } {
  const guides = texts(files, /^services\/[^/]+\.md$/, guideOf, '.mdx');
  const pages = texts(guides, /^pages\/[^/]+\.md$/, pageOf, '.mdx');
  const functions = texts(pages, /^functions\/[^/]+\.md$/, functionOf);
  const laws = editEach<Fields>(functions, /^laws\/[^/]+\.json$/, lawOf);
  const next = edit<Fields>(laws, 'site.json', reviewed);
  const open = withoutReaders(next);
  return {
    files: next,
    notes:
      open.length > 0
        ? [
            `没有写什么时候看过原文、是哪个版本的法律，页面会标“待核”；看过的，补写 editions 和 read：\n${open.map((path) => `    ${path}`).join('\n')}`,
          ]
        : [],
  };
}

/** Version 2: editions of laws, guides that are MDX, certainty in three states, bodies by their names alone. */
export const TO_2: Step = {
  to: 2,
  says: [
    '办事指南和网站页面改为 .mdx（正文里的花括号、尖括号改成全角）',
    '“待核事项”certaintyNotes 改叫 sourceNotes；把握 seen 改为 read，high、medium、unverified 改为 second-hand',
    '“谁作决定”只留机构名称，后面的话移到说明里',
    '法律的 effective、revised、source 改写成 editions、read、sourceNotes；写了“核对至某年某月”的才写看过的日期',
    '填报页的去向没有写 direct 的，写明 false（照旧先审核）',
  ],
  run,
};
