/** What a reviewer reads in a request. */
import { unrepeated } from '../../domain/privacy/unrepeated.ts';
import { cutText, foldedText, unheard } from '../../domain/quoted-text.ts';
import type { ReviewPart } from './review.ts';

/** Forges take 65 536 characters. */
const LONGEST = 50_000;

/** Text from a form as plain text in Markdown: no link, mention, mark or code comes alive. */
const plain = (text: string) =>
  unheard(text)
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replace(/\s+/g, ' ');

const begin = (officeName: string) => `${officeName}从填报页提交。\n`;

/** Whereabouts are not repeated: they leave no trace. */
export const untoldOf = (officeName: string): string =>
  [begin(officeName), '更新去向。内容见文件，这里不重复，以免留下行踪记录。'].join('\n');

/** Each change in the words of the page; a text as a whole, as it will be read. */
export function descriptionOf(
  officeName: string,
  parts: readonly Pick<ReviewPart, 'title' | 'told' | 'text'>[],
): string {
  const lines = parts.flatMap(({ told }) =>
    told.map(
      ({ where, before, after }) => `- ${plain(where)}：${plain(unrepeated(before))} → ${plain(after)}`,
    ),
  );
  const texts = parts.flatMap(({ title, text }) =>
    text?.trim() ? [`\n**${plain(title)}，正文全文：**\n\n${foldedText(text)}`] : [],
  );
  const whole = [begin(officeName), ...lines, ...texts].join('\n');
  return cutText(whole, LONGEST, '（太长，后面的没有列出，见改动的文件。）');
}
