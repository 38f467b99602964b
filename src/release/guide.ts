import { USUAL_ROOT } from './hosting/table.ts';
import type { Manifest } from './assemble.ts';

/** What the technician who unpacks the archive reads first. */
export const guideOf = ({ id, base, site, generatedFrom, pages }: Manifest): string => `司法所公开网站 ${id}

网站地址：${site ?? '（没有设定域名）'}${base}
内容版本：${generatedFrom}，共 ${pages} 页

site/            整个网站。复制到服务器上，例如 ${USUAL_ROOT}
  .htaccess      Apache 用，已在网站文件夹里
  web.config     IIS 用，已在网站文件夹里
config/
  nginx.conf     nginx 用：在 server { … } 里 include，改其中的文件夹位置
  Caddyfile      Caddy 用：在站点的 { … } 里 import，改其中的文件夹位置
manifest.json    每个文件的大小和校验值
SHA256SUMS       核对文件是否完整：sha256sum -c SHA256SUMS

网站只有静态文件，不需要数据库和脚本语言，只能放在路径 ${base} 下；换路径要重新生成。
更换版本时，先把新版放在旁边，再改文件夹名称，不要逐个覆盖。
`;
