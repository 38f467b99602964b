import { USUAL_ROOT } from './hosting/table.ts';
import type { ReleaseManifest } from './assemble.ts';

/** Search engines read one `robots.txt` a host: below a path, the portal's. */
const robots = (base: string, site: string | undefined): string =>
  base === '/'
    ? ''
    : `
搜索引擎只读域名根下的 robots.txt，不读 ${base}robots.txt。请在门户的 robots.txt 里${
        site ? `加一行：Sitemap: ${site}${base}sitemap.xml，` : ''
      }确认没有 Disallow 这个路径。`;

/** What the technician who unpacks the archive reads first. */
export const guideOf = ({
  id,
  base,
  site,
  generatedFrom,
  pages,
}: ReleaseManifest): string => `司法所公开网站 ${id}

网站地址：${site ?? '（没有设定域名）'}${base}
内容版本：${generatedFrom}，共 ${pages} 页

site/            整个网站。复制到服务器上，例如 ${USUAL_ROOT}
  .htaccess      Apache 用，已在网站文件夹里
  web.config     IIS 用，已在网站文件夹里
config/
  nginx.conf     nginx 用：在 server { … } 里 include，改其中的文件夹位置
  Caddyfile      Caddy 用：在站点的 { … } 里 import，改其中的文件夹位置
  web.config     IIS 用，装了“URL 重写”模块时，换下网站文件夹里的：撤下的网址应答 410，没有换的应答 404
manifest.json    每个文件的大小和校验值
SHA256SUMS       核对文件是否完整：sha256sum -c SHA256SUMS

网站只有静态文件，不需要数据库和脚本语言，只能放在路径 ${base} 下；换路径要重新生成。${robots(base, site)}
更换版本时，先把新版放在旁边，再改文件夹名称，不要逐个覆盖。
`;
