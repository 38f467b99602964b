import { apacheConfig } from './apache.ts';
import { caddyConfig } from './caddy.ts';
import { iisConfig } from './iis.ts';
import { nginxConfig } from './nginx.ts';
import type { Hosting } from './table.ts';

/** The configurations that a server is told to include, by file name. */
export const includedConfigs = (hosting: Hosting): ReadonlyMap<string, string> =>
  new Map([
    ['nginx.conf', nginxConfig(hosting)],
    ['Caddyfile', caddyConfig(hosting)],
    ['web.config', iisConfig(true)],
  ]);

/** The configurations that servers look for in the site's own folder, by file name. */
export const placedConfigs = (hosting: Hosting): ReadonlyMap<string, string> =>
  new Map([
    ['.htaccess', apacheConfig(hosting)],
    ['web.config', iisConfig()],
  ]);
