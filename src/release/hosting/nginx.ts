import {
  ASKED_EACH_TIME,
  COMPRESSED_ENDINGS,
  endingsByType,
  EXEMPT,
  GONE,
  HASHED,
  HEADERS,
  headersOf,
  type Hosting,
  KEPT,
  literally,
  MIME_TYPES,
  SERVER_FILES,
} from './table.ts';

const indent = (lines: readonly string[]) => lines.map((line) => (line ? `    ${line}` : line));

/** Headers are not inherited by a place that sets one of its own: each place sets all. */
const headers = (cache: string, own = HEADERS): string[] =>
  [...own, ['Cache-Control', cache] as const].map(([name, value]) => `add_header ${name} "${value}" always;`);

const types = (): string[] => {
  const lines = [...endingsByType()].map(([type, endings]) => `"${type}" ${endings.join(' ')};`);
  return ['types {', ...indent(lines), '}', 'default_type application/octet-stream;'];
};

const place = (head: string, body: readonly string[]): string[] => [
  `location ${head} {`,
  ...indent(body),
  '}',
];

/** Asked of the disk, so that a publication takes effect without the server being told. */
const WITHDRAWN = [`if (-f \${request_filename}${GONE}) { return 410; }`];

function inside({ base, root, redirects }: Hosting): string[] {
  const hashed = HASHED.map(literally).join('|');
  const hidden = SERVER_FILES.map((name) => literally(name)).join('|');
  return [
    base === '/' ? `root ${root};` : `alias ${root}/;`,
    'index index.html;',
    'absolute_redirect off;',
    `error_page 403 404 =404 ${base}404.html;`,
    `error_page 410 ${base}404.html;`,
    ...types(),
    '',
    '# 发送事先压缩好的 .gz；装了 brotli 模块（Debian：libnginx-mod-http-brotli-static）的，打开下一行',
    'gzip_static on;',
    '# brotli_static on;',
    'gzip_vary on;',
    '# 去向等不重新生成就更换的数据，没有压缩好的副本，发送时再压缩',
    'gzip on;',
    'gzip_comp_level 6;',
    // As they are sent, the encoding with them: a bare type matches none.
    `gzip_types ${[...new Set(COMPRESSED_ENDINGS.map((ending) => `"${MIME_TYPES[ending]}"`))].join(' ')};`,
    '',
    '# 撤下的网址：发布时放一个空文件作记号，这里应答 410',
    ...WITHDRAWN,
    '',
    ...headers(ASKED_EACH_TIME),
    ...place(`~ (?:/(?:\\.(?!well-known/)|${hidden}$)|${literally(GONE)}$)`, ['return 404;']),
    ...place(`~ ^${literally(base)}(?:${hashed})/`, [...WITHDRAWN, ...headers(KEPT)]),
    ...EXEMPT.flatMap((exempt) =>
      place(`~ ^${literally(base)}${exempt.folder}/`, [
        ...WITHDRAWN,
        ...headers(ASKED_EACH_TIME, headersOf(exempt)),
      ]),
    ),
    ...redirects.map(
      ({ from, to }) => `location = ${base}${from.slice(1)} { return 301 ${base}${to.slice(1)}; }`,
    ),
  ];
}

/** The part of an nginx configuration that stands within a `server` block. */
export function nginxConfig(hosting: Hosting): string {
  const { base } = hosting;
  const bare = base.slice(0, -1);
  return [
    '# 司法所公开网站的 nginx 配置：放进 server { … } 里，例如 include 这个文件。',
    `# 网站在服务器上的文件夹写在 ${base === '/' ? 'root' : 'alias'} 一行，按实际位置改这一处。`,
    ...(bare ? [`location = ${bare} { absolute_redirect off; return 301 ${base}; }`] : []),
    ...place(base === '/' ? '/' : `^~ ${base}`, inside(hosting)),
    '',
  ].join('\n');
}
