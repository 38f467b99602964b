/**
 * The Astro integration that makes a folder of content a site: it checks the content first, gives Astro its settings,
 * finishes the pages when they are built, and while developing shows every saved file at once.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { astroConfig } from './build/astro-config.ts';
import { finishSite } from './build/finish.ts';
import { openBuild, type OpenBuild, type OpenOfficeOptions } from './build/open.ts';
import { refreshOnSave } from './build/refresh.ts';

export type { OpenOfficeOptions } from './build/open.ts';

/** Makes the site of a content folder; `npm run build` and its kin run the same steps. */
export function openOffice(options: OpenOfficeOptions = {}): AstroIntegration {
  let build: OpenBuild;
  return {
    name: 'open-office',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, logger }) => {
        build = openBuild(fileURLToPath(config.root), options, (text) => logger.info(text));
        updateConfig(astroConfig(build));
      },
      'astro:server:setup': (context) => refreshOnSave(build, options, context),
      'astro:build:done': ({ dir }) => finishSite(fileURLToPath(dir), build),
    },
  };
}
