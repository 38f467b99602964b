/**
 * The Astro integration that makes a folder of content a site: it checks the content first, gives Astro its settings,
 * finishes the pages when they are built, and while developing shows every saved file at once.
 */
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { astroConfig } from './build/astro-config.ts';
import { finishSite } from './build/finish.ts';
import { holdLock } from './build/lock.ts';
import { runningBuild } from './catalogue/current.ts';
import { MISSING_PATH, missingHtml } from './scaffold/project/missing-page.ts';
import { openBuild, type OpenBuild, type OpenOfficeOptions } from './build/open.ts';
import { addOwnParts } from './build/own-parts.ts';
import { refreshOnSave } from './build/refresh.ts';

export type { OpenOfficeOptions } from './build/open.ts';

/** Makes the site of a content folder; `npm run build` and its kin run the same steps. */
export function openOffice(options: OpenOfficeOptions = {}): AstroIntegration {
  let build: OpenBuild;
  let release = () => {};
  return {
    name: 'open-office',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute, injectScript, logger }) => {
        const root = fileURLToPath(config.root);
        const say = (text: string) => logger.info(text);
        build = openBuild(root, options, say);
        if (command === 'build') release = await holdLock(root, build.say);
        const hasMdx = config.integrations.some(({ name }) => name === '@astrojs/mdx');
        updateConfig({ ...astroConfig(build), ...(!hasMdx && { integrations: [mdx()] }) });
        addOwnParts(root, options, { updateConfig, injectRoute, injectScript });
      },
      'astro:server:setup': (context) => {
        refreshOnSave(build, options, context);
        const { base } = build.settings;
        context.server.middlewares.use(`${base}${MISSING_PATH}`, (_request, response) => {
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(missingHtml(runningBuild(), base));
        });
      },
      'astro:build:done': async ({ dir }) => {
        release();
        await finishSite(fileURLToPath(dir), build);
      },
    },
  };
}
