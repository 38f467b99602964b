/** Markdown as authors write it: read by the check and the site, and by the form page while a notice is typed. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Whoever indents a paragraph means a paragraph. */
const noIndentedCode = { disable: { null: ['codeIndented'] } };

/** Markdown with tables, notes and bare addresses as links. */
export const parseBody = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), noIndentedCode],
    mdastExtensions: [gfmFromMarkdown()],
  });
