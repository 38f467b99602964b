import {
  ASKED_EACH_TIME,
  COMPRESSED_ENDINGS,
  HASHED,
  HEADERS,
  type Hosting,
  KEPT,
  literally,
  MIME_TYPES,
  SERVER_FILES,
} from './table.ts';

const block = (head: string, body: readonly string[]): string[] => [
  `<${head}>`,
  ...body.map((line) => `    ${line}`),
  `</${/^\w+/.exec(head)?.[0]}>`,
];

const rewriting = ({ base, redirects }: Hosting): string[] => [
  'RewriteEngine On',
  `RewriteBase ${base}`,
  `RewriteRule (?:^|/)(?:\\.(?!well-known/)|${SERVER_FILES.map(literally).join('|')}$) - [R=404,L]`,
  ...redirects.map(
    ({ from, to }) => `RewriteRule ^${literally(from.slice(1, -1))}/?$ ${base}${to.slice(1)} [R=301,L]`,
  ),
  ...[
    ['br', 'br'],
    ['gzip', 'gz'],
  ].flatMap(([encoding, ending]) => [
    `RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b`,
    `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
    `RewriteRule ^(.+)$ $1.${ending} [L,E=no-gzip:1,E=no-brotli:1]`,
  ]),
];

/** Compressed copies keep the type of what is in them. */
const copies = (): string[] => {
  const typed = COMPRESSED_ENDINGS.flatMap((ending) =>
    block(`FilesMatch "\\.${ending}\\.(?:gz|br)$"`, [`ForceType "${MIME_TYPES[ending]}"`]),
  );
  return [
    ...typed,
    ...block('FilesMatch "\\.br$"', ['RemoveLanguage .br', 'Header set Content-Encoding br']),
    ...block('FilesMatch "\\.gz$"', ['Header set Content-Encoding gzip']),
    ...block(`FilesMatch "\\.(?:${COMPRESSED_ENDINGS.join('|')})(?:\\.gz|\\.br)?$"`, [
      'Header merge Vary Accept-Encoding',
    ]),
  ];
};

/** `.htaccess`: needs `AllowOverride FileInfo Indexes`. What a server's modules cannot do is left out. */
export function apacheConfig(hosting: Hosting): string {
  const { base } = hosting;
  const hashed = HASHED.map(literally).join('|');
  return [
    '# 司法所公开网站的 Apache 配置：放在网站文件夹里（已经放好）。',
    '# 需要 AllowOverride FileInfo Indexes，以及 mod_headers、mod_rewrite（没有时网站照常能看，只是少了缓存和压缩）。',
    'DirectoryIndex index.html',
    'DirectorySlash On',
    `ErrorDocument 404 ${base}404.html`,
    `ErrorDocument 403 ${base}404.html`,
    'FileETag MTime Size',
    ...block('IfModule mod_mime.c', [
      ...Object.entries(MIME_TYPES).map(([ending, type]) => `AddType "${type}" .${ending}`),
    ]),
    ...block('IfModule mod_rewrite.c', rewriting(hosting)),
    ...block('IfModule mod_headers.c', [
      ...HEADERS.map(([name, value]) => `Header always set ${name} "${value}"`),
      `Header set Cache-Control "${ASKED_EACH_TIME}"`,
      ...block(`If "%{REQUEST_URI} =~ m#^${literally(base)}(?:${hashed})/#"`, [
        `Header set Cache-Control "${KEPT}"`,
      ]),
      ...copies(),
    ]),
    '',
  ].join('\n');
}
