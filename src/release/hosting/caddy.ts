import {
  ASKED_EACH_TIME,
  endingsByType,
  EXEMPT,
  GONE,
  HASHED,
  HEADERS,
  type Hosting,
  KEPT,
  SERVER_FILES,
} from './table.ts';

const indent = (lines: readonly string[]) => lines.map((line) => `\t${line}`);

const block = (head: string, body: readonly string[]): string[] => [`${head} {`, ...indent(body), '}'];

const types = (): string[] =>
  [...endingsByType()].flatMap(([type, endings], at) => [
    `@type${at} path ${endings.map((ending) => `*.${ending}`).join(' ')}`,
    `header @type${at} Content-Type "${type}"`,
  ]);

const page404 = ({ base, root }: Hosting): string[] => [
  `@here path ${base}*`,
  ...block('handle @here', [
    `root * ${root}`,
    'rewrite * /404.html',
    'header Content-Type "text/html; charset=utf-8"',
    ...HEADERS.map(([name, value]) => `header ${name} "${value}"`),
    `header Cache-Control "${ASKED_EACH_TIME}"`,
    'file_server',
  ]),
];

/** The part of a Caddyfile that stands within a site's block. */
export function caddyConfig(hosting: Hosting): string {
  const { base, root, redirects } = hosting;
  const bare = base.slice(0, -1);
  const site = [
    `root * ${root}`,
    `@hashed path ${HASHED.map((folder) => `/${folder}/*`).join(' ')}`,
    '@others not path ' + HASHED.map((folder) => `/${folder}/*`).join(' '),
    `@hidden path /.* */.* *${GONE} ${SERVER_FILES.map((name) => `*/${name}`).join(' ')}`,
    'error @hidden 404',
    `@withdrawn file {path}${GONE}`,
    'error @withdrawn 410',
    ...HEADERS.map(([name, value]) => `header ${name} "${value}"`),
    ...EXEMPT.flatMap(({ folder, without, more }) => [
      `@${folder} path /${folder}/*`,
      ...without.map((name) => `header @${folder} -${name}`),
      ...more.map(([name, value]) => `header @${folder} ${name} "${value}"`),
    ]),
    `header @hashed Cache-Control "${KEPT}"`,
    `header @others Cache-Control "${ASKED_EACH_TIME}"`,
    ...types(),
    ...redirects.map(({ from, to }) => `redir ${from} ${base}${to.slice(1)} permanent`),
    'encode zstd gzip',
    ...block('file_server', ['precompressed br gzip']),
  ];
  return [
    '# 司法所公开网站的 Caddy 配置：放进站点的 { … } 里，例如 import 这个文件。',
    '# 网站在服务器上的文件夹写在 root 一行，按实际位置改（一共两处）。',
    ...(bare ? [`redir ${bare} ${base} permanent`] : []),
    ...block(`handle_path ${base}*`, site),
    ...block('handle_errors', page404(hosting)),
    '',
  ].join('\n');
}
