/** The read-only server that assistants ask over standard input and output (Model Context Protocol). */
import { z } from 'zod';
import { Failure } from '../command/command.ts';
import {
  findGuides,
  findOffices,
  GUIDE_FIELD_NAMES,
  guideFact,
  lawArticle,
  OFFICE_FIELD_NAMES,
  officeFact,
} from './answers.ts';
import { type PublishedData, readFacts } from './facts.ts';

/** The official SDK, which only those install who want the server. */
async function sdk() {
  try {
    const [{ McpServer }, { StdioServerTransport }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/mcp.js'),
      import('@modelcontextprotocol/sdk/server/stdio.js'),
    ]);
    return { McpServer, StdioServerTransport };
  } catch {
    throw new Failure(
      '没有装官方的 MCP 程序库。请运行 npm install --no-save @modelcontextprotocol/sdk，再试一次。',
    );
  }
}

const told = (answer: unknown) => ({
  content: [{ type: 'text' as const, text: JSON.stringify(answer ?? { error: '没有这一条' }) }],
  ...(answer === undefined && { isError: true }),
});

const READ_ONLY = { annotations: { readOnlyHint: true, openWorldHint: false } };
const word = (about: string) => z.string().min(1).max(60).describe(about);

const INSTRUCTIONS =
  '司法所公开数据，只读。值是“待公开”的，请照样回答，不要补、不要猜；回答时带上 source 和 verifiedOn。人身危险先打110。';

type Sdk = Awaited<ReturnType<typeof sdk>>;

function serverOver(facts: PublishedData, { McpServer }: Pick<Sdk, 'McpServer'>, today: () => string) {
  const server = new McpServer({ name: 'open-office', version: '1.0.0' }, { instructions: INSTRUCTIONS });
  const tool = <S extends z.ZodRawShape>(
    name: string,
    description: string,
    inputSchema: S,
    answer: (input: z.infer<z.ZodObject<S>>) => unknown,
  ) =>
    server.registerTool(name, { description, inputSchema, ...READ_ONLY }, ((input: z.infer<z.ZodObject<S>>) =>
      told(answer(input))) as never);
  tool(
    'find_office',
    '按村、社区、乡镇、旧地名或名称找司法所',
    { place: word('村、社区、乡镇或司法所的名称') },
    ({ place }) => ({
      offices: findOffices(facts, place),
    }),
  );
  tool(
    'office_fact',
    '一个司法所的一项信息，带来源和核实日期；没有公布的回答“待公开”',
    { office: word('编号，由 find_office 给出'), field: z.enum(OFFICE_FIELD_NAMES).describe('哪一项') },
    ({ office, field }) => officeFact(facts, office, field, today()),
  );
  tool(
    'find_guide',
    '按事情找办事指南；不写就列出全部',
    { matter: z.string().max(60).optional() },
    ({ matter }) => ({
      guides: findGuides(facts, matter),
    }),
  );
  tool(
    'guide_fact',
    '一份办事指南的一个要素',
    { guide: word('编号，由 find_guide 给出'), field: z.enum(GUIDE_FIELD_NAMES).describe('哪个要素') },
    ({ guide, field }) => guideFact(facts, guide, field),
  );
  tool(
    'law_article',
    '指南引用的法律条文大意',
    { law: word('法律的编号'), article: word('第几条，用汉字') },
    ({ law, article }) => lawArticle(facts, law, article),
  );
  return server;
}

/** Serves the data of a built site until the other side hangs up; `today` tells the day of each question. */
export async function serveFacts(site: string, today: () => string): Promise<void> {
  const facts = readFacts(site);
  const { McpServer, StdioServerTransport } = await sdk();
  await serverOver(facts, { McpServer }, today).connect(new StdioServerTransport());
}
