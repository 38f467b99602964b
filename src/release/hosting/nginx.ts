import {
  ASKED_EACH_TIME,
  endingsByType,
  HASHED,
  HEADERS,
  type Hosting,
  KEPT,
  literally,
  SERVER_FILES,
} from './table.ts';

const indent = (lines: readonly string[]) => lines.map((line) => (line ? `    ${line}` : line));

/** Headers are not inherited by a place that sets one of its own: each place sets all. */
const headers = (cache: string): string[] =>
  [...HEADERS, ['Cache-Control', cache] as const].map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );

const types = (): string[] => {
  const lines = [...endingsByType()].map(([type, endings]) => `"${type}" ${endings.join(' ')};`);
  return ['types {', ...indent(lines), '}', 'default_type application/octet-stream;'];
};

const place = (head: string, body: readonly string[]): string[] => [
  `location ${head} {`,
  ...indent(body),
  '}',
];

function inside({ base, root, redirects }: Hosting): string[] {
  const hashed = HASHED.map(literally).join('|');
  const hidden = SERVER_FILES.map((name) => literally(name)).join('|');
  return [
    base === '/' ? `root ${root};` : `alias ${root}/;`,
    'index index.html;',
    'absolute_redirect off;',
    `error_page 403 404 =404 ${base}404.html;`,
    ...types(),
    '',
    '# 发送事先压缩好的 .gz；装了 brotli 模块（Debian：libnginx-mod-http-brotli-static）的，打开下一行',
    'gzip_static on;',
    '# brotli_static on;',
    'gzip_vary on;',
    '# 去向等不重新生成就更换的数据，没有压缩好的副本，发送时再压缩',
    'gzip on;',
    'gzip_types application/json text/csv;',
    '',
    ...headers(ASKED_EACH_TIME),
    ...place(`~ ^${literally(base)}(?:${hashed})/`, headers(KEPT)),
    ...place(`~ /(?:\\.(?!well-known/)|${hidden}$)`, ['return 404;']),
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
    ...(bare ? [`location = ${bare} { return 301 ${base}; }`] : []),
    ...place(base === '/' ? '/' : `^~ ${base}`, inside(hosting)),
    '',
  ].join('\n');
}
