import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/catalogue/parse-body.ts';
import { renderProse } from '../../src/catalogue/prose.ts';
import { cutText, foldedText, quotedText } from '../../src/domain/quoted-text.ts';
import '../helpers/properties.ts';

const html = (text: string) => renderProse(parseBody(text), (path) => path);
/** As a forge shows it: the quote taken off, lines broken where two spaces say so. */
const unquoted = (text: string) =>
  html(text)
    .replace(/^<blockquote>\n|\n<\/blockquote>$/g, '')
    .replace(/<br>\n/g, '<br>');
/** Lists with more or less room between their entries are the same lists. */
const tight = (text: string) => text.replace(/<li>\n<p>(.*?)<\/p>\n<\/li>/gs, '<li>$1</li>');

const words = fc.stringMatching(/^[甲乙丙丁一二三，。；：（）a-z0-9]{1,12}$/);
const block = fc.oneof(
  fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  words.map((text) => `## ${text}`),
  fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => items.map((one) => `- ${one}`).join('\n')),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((one, at) => `${at + 1}. ${one}`).join('\n')),
  fc.tuple(words, words).map(([a, b]) => `| ${a} | ${b} |\n| --- | --- |\n| ${b} | ${a} |`),
);

describe('a text within a request', () => {
  it('reads there as on the page: headings, lists, tables, lines', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        const body = blocks.join('\n\n');
        expect(tight(unquoted(quotedText(body)))).toBe(tight(html(body)));
      }),
    );
  });

  it('gives the platform no command, link, picture, mention or code', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '/close\n',
            '@a ',
            '[a](http://a.b)',
            '![a](b)',
            '<b>',
            '`c`',
            'http://a.b ',
            'www.a.b ',
            '#12 ',
            '!12 ',
            '\\@a ',
            '&#64;a ',
            '&commat;a ',
            '</details>\n',
            '\\',
            '甲',
            '\n\n',
            '```\n',
          ),
        ),
        (parts) => {
          const quoted = quotedText(parts.join(''));
          expect(quoted.split('\n').filter((line) => !line.startsWith('>'))).toEqual([]);
          expect(html(quoted)).not.toMatch(/<(?:img|code|pre)\b/);
          expect(quoted).not.toMatch(/:\/\/|www\.|(?<!\\)\]\(/);
          // Platforms look for these in what they show, escaped or not.
          expect(quoted).not.toMatch(/@|#\d|!\d|(?<!\\)&/);
        },
      ),
    );
  });

  it('says so where it is cut', () => {
    expect(quotedText('甲'.repeat(40_000))).toContain('（后面还有，见文件。）');
  });

  it('is folded where it is long, and nothing in it opens the fold', () => {
    expect(foldedText('一行。')).toBe('> 一行。');
    const folded = foldedText(Array.from({ length: 20 }, () => '</details>').join('\n'));
    expect(folded).toMatch(/^<details><summary>打开全文<\/summary>\n\n>/);
    expect(folded.match(/(?<!\\)<\/details>/g)).toHaveLength(1);
  });

  it('ends at a line where the whole is too long, and says so where everybody sees it', () => {
    const text = foldedText(Array.from({ length: 50 }, (_, at) => `第 ${at} 行`).join('\n'));
    const told = cutText(`说明\n${text}`, 200, '（太长）');
    expect(told.length).toBeLessThan(250);
    expect(told).toMatch(/\n> 第 \d+ 行 {2}\n\n<\/details>\n\n（太长）$/);
    expect(cutText('短', 200, '（太长）')).toBe('短');
  });
});
