/** What assistants are told: the server's answers, word for word, and the twins of pages against the pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { all, attribute, DIST, type Element, type Page, readSite, textOf } from '../helpers/dist.ts';
import { started } from '../helpers/started.ts';

interface Question {
  readonly ask: string;
  readonly tool: string;
  readonly with: Record<string, string>;
  readonly value?: unknown;
  readonly source?: string;
  readonly verifiedOn?: string;
  readonly offices?: readonly string[];
  readonly guides?: readonly string[];
}

const QUESTIONS = JSON.parse(
  readFileSync(join(ROOT, 'tests/fixtures/assistant-questions.json'), 'utf8'),
) as Question[];

interface Answer {
  readonly value?: unknown;
  readonly source?: string;
  readonly verifiedOn?: string;
  readonly offices?: readonly { readonly id: string }[];
  readonly guides?: readonly { readonly slug: string }[];
}

describe('the server for assistants', () => {
  const client = new Client({ name: 'test', version: '1' });
  beforeAll(() =>
    client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: started('mcp', '--site', DIST),
      }),
    ),
  );
  afterAll(() => client.close());

  const ask = async (tool: string, args: Record<string, string>) => {
    const { content, isError } = await client.callTool({ name: tool, arguments: args });
    const [{ text = '' } = {}] = content as { text?: string }[];
    return { text, isError: isError === true };
  };

  it('is asked forty things', () => {
    expect(QUESTIONS).toHaveLength(40);
  });

  it.each(QUESTIONS)('$ask', async (question) => {
    const answer = JSON.parse((await ask(question.tool, question.with)).text) as Answer;
    const { value, source, verifiedOn } = question;
    if (question.offices) expect(answer.offices?.map(({ id }) => id)).toEqual(question.offices);
    else if (question.guides) expect(answer.guides?.map(({ slug }) => slug)).toEqual(question.guides);
    else expect({ ...answer, url: undefined }).toEqual({ value, source, verifiedOn, url: undefined });
  });

  it('only reads, and says so of every tool', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'find_office',
      'office_fact',
      'find_guide',
      'guide_fact',
      'law_article',
    ]);
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true)).toEqual([]);
  });

  it.each([
    ['an office that there is not', 'office_fact', { office: 'nowhere/none', field: 'phone' }],
    ['a sample', 'office_fact', { office: 'samples/shili-jia', field: 'phone' }],
    ['a field that there is not', 'office_fact', { office: 'qianwei/luocheng', field: 'staff' }],
    ['an article that nobody read', 'law_article', { law: 'legal-aid-law', article: '第九百条' }],
  ])('of %s it knows nothing, and says so', async (_, tool, args) => {
    expect((await ask(tool, args)).isError).toBe(true);
  });
});

describe('the twin of a page', () => {
  const site = readSite(DIST);
  const isListed = (page: Page) =>
    page.path.endsWith('/') && !all(page, 'meta').some((one) => attribute(one, 'name') === 'robots');
  const listed = site.pages.filter(isListed);
  const twinOf = ({ path }: Page) => readFileSync(join(DIST, path, 'index.md'), 'utf8');
  const bodyOf = (twin: string) => twin.split('\n---\n\n').slice(1, -1).join('\n---\n\n');

  it('stands beside every page that wants to be found, and beside no other', () => {
    const twins = [...site.files].filter((name) => name.endsWith('/index.md'));
    expect(twins).toEqual(listed.map(({ path }) => `${path}index.md`));
    expect(twins.length).toBeGreaterThan(250);
  });

  interface Node {
    readonly type: string;
    readonly value?: string;
    readonly children?: readonly Node[];
  }
  const wordsOf = (node: Node): string =>
    node.type === 'html' ? '' : (node.value ?? (node.children ?? []).map(wordsOf).join(''));
  const headings = (node: Node): string[] =>
    node.type === 'heading' ? [bare(wordsOf(node))] : (node.children ?? []).flatMap(headings);
  const bare = (text: string) => text.replace(/\s+/g, '');
  /** Of the page, and read: not a tool, not of the day, not hidden. */
  const isRead = (element: Element): boolean => {
    if (element.tagName === 'main') return true;
    if (/^(?:form|dialog|whereabouts-today|button)$/.test(element.tagName)) return false;
    if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true')
      return false;
    if (/\bno-print\b/.test(attribute(element, 'class') ?? '')) return false;
    const { parentNode } = element;
    return parentNode !== null && 'tagName' in parentNode && isRead(parentNode);
  };

  /** What is read of an element: without the marks that only eyes see. */
  const readText = (element: Element): string =>
    element.childNodes
      .map((node) => ('value' in node ? node.value : 'tagName' in node && isRead(node) ? readText(node) : ''))
      .join('');

  it('reads as Markdown with the page’s own first heading, and every heading that the page’s text has', () => {
    const wrong = listed.flatMap((page) => {
      const found = headings(fromMarkdown(bodyOf(twinOf(page))));
      const title = all(page, 'h1').map((one) => bare(textOf(one)));
      return title.length === 1 && found[0] === title[0]
        ? []
        : [`${page.path}: ${found[0]} ≠ ${title.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  it('says every paragraph and every cell of its page, 0 different', () => {
    let compared = 0;
    const wrong = listed.flatMap((page) => {
      const said = bare(wordsOf(fromMarkdown(bodyOf(twinOf(page)))).replaceAll('|', ''));
      const read = all(page, 'p', 'td', 'th')
        .filter(isRead)
        .map((one) => bare(readText(one)).replaceAll('|', ''));
      compared += read.length;
      return read.filter((text) => !said.includes(text)).map((text) => `${page.path}: ${text}`);
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(5000);
  });

  it('says 待公开 where its page does, and that nothing may be put in its place', () => {
    const offices = listed.filter(({ path }) => /^\/offices\/[\w-]+\/[\w-]+\/$/.test(path));
    expect(offices).toHaveLength(132);
    for (const office of offices) {
      expect(twinOf(office)).toContain('待公开');
      expect(twinOf(office)).toContain('请照样转述，不要补');
    }
  });

  it('tells nothing of the day’s whereabouts', () => {
    const told = listed.filter((page) => /data-whereabouts-date|预计\d{2}:\d{2}/.test(twinOf(page)));
    expect(told).toEqual([]);
  });

  it('is what llms.txt leads to, link for link', () => {
    const text = readFileSync(join(DIST, 'llms.txt'), 'utf8');
    const links = [...text.matchAll(/\]\((\/[^)]+)\)/g)].map(([, path = '']) => path);
    const dead = links.filter((path) => !site.files.has(path) && !site.files.has(`${path}index.html`));
    expect(dead).toEqual([]);
    expect(links.filter((path) => path.endsWith('.md')).length).toBeGreaterThan(200);
  });

  it('forms that look for something say to an assistant in the browser what they do', () => {
    const forms = listed
      .flatMap((page) => all(page, 'form'))
      .filter((one) => attribute(one, 'role') === 'search');
    expect(forms.length).toBeGreaterThan(1);
    expect(forms.filter((one) => !attribute(one, 'toolname') || !attribute(one, 'tooldescription'))).toEqual(
      [],
    );
  });
});
