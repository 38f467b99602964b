import { LOG } from '../log/append.ts';
import {
  ASKED_EACH_TIME,
  COMPRESSED_ENDINGS,
  COMPRESSED_TYPES,
  EXEMPT,
  GONE,
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

/** What stands before this server may speak https, and have another name and port: redirects name none of them. */
const RELATIVE = block('IfModule mod_version.c', [...block('IfVersion >= 2.4.58', ['RedirectRelative On'])]);

/** What is hidden, gone, or elsewhere: by the module that every Apache has. */
const answering = ({ base, redirects, gone, unpaged }: Hosting): string[] => [
  `RedirectMatch 404 "/(?:\\.(?!well-known/)|${SERVER_FILES.map(literally).join('|')}$)|${literally(GONE)}$"`,
  ...unpaged.map(
    ({ folder, pagesBelow }) =>
      `RedirectMatch 404 "^${literally(base + folder)}${pagesBelow ? '' : '(?:.*/)?'}$"`,
  ),
  ...gone.map((url) => `RedirectMatch 410 "^${literally(base + url.slice(1)).replace(/\/$/, '(?:/.*)?')}$"`),
  ...redirects.map(
    ({ from, to }) =>
      `RedirectMatch 301 "^${literally(base + from.slice(1, -1))}/?$" "${base}${to.slice(1)}"`,
  ),
  // Before the server's own, which always names itself. Files of the log have no ending.
  `RedirectMatch 301 "^(${literally(base.slice(0, -1))}(?!/${literally(LOG)})(?:/[^/.]+)*)$" "$1/"`,
  ...RELATIVE,
];

/** Answers with the compressed copy where there is one and the reader understands it. */
const rewriting = ({ base }: Hosting): string[] => [
  'RewriteEngine On',
  `RewriteBase ${base}`,
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
    // Told before anything is sent: what is encoded already is not compressed once more.
    ...block('FilesMatch "\\.br$"', ['RemoveLanguage .br', 'AddEncoding br .br']),
    ...block('FilesMatch "\\.gz$"', ['AddEncoding gzip .gz']),
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
    '# 需要 AllowOverride FileInfo Indexes，以及 mod_headers、mod_rewrite、mod_deflate（没有时网站照常能看，只是少了缓存和压缩）。',
    'DirectoryIndex index.html',
    'DirectorySlash On',
    `ErrorDocument 404 ${base}404.html`,
    `ErrorDocument 403 ${base}404.html`,
    `ErrorDocument 410 ${base}404.html`,
    'FileETag MTime Size',
    ...block('IfModule mod_mime.c', [
      ...Object.entries(MIME_TYPES).map(([ending, type]) => `AddType "${type}" .${ending}`),
    ]),
    ...block('IfModule mod_alias.c', answering(hosting)),
    ...block('IfModule mod_rewrite.c', rewriting(hosting)),
    ...block('IfModule mod_deflate.c', [
      ...block('IfModule mod_filter.c', [`AddOutputFilterByType DEFLATE ${COMPRESSED_TYPES.join(' ')}`]),
    ]),
    ...block('IfModule mod_headers.c', [
      ...HEADERS.map(([name, value]) => `Header always set ${name} "${value}"`),
      `Header set Cache-Control "${ASKED_EACH_TIME}"`,
      ...EXEMPT.flatMap(({ folder, without, more }) =>
        block(`If "%{REQUEST_URI} =~ m#^${literally(base)}${folder}/#"`, [
          ...without.map((name) => `Header always unset ${name}`),
          ...more.map(([name, value]) => `Header always set ${name} "${value}"`),
        ]),
      ),
      ...block(`If "%{REQUEST_URI} =~ m#^${literally(base)}(?:${hashed})/#"`, [
        `Header set Cache-Control "${KEPT}"`,
      ]),
      ...copies(),
    ]),
    '',
  ].join('\n');
}
