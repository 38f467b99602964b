/**
 * The Astro integration that makes a folder of content a site: it checks the content first, gives Astro its settings,
 * finishes the pages when they are built, and while developing shows every saved file at once.
 */
import { resolve } from 'node:path';
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
import { keeping } from './build/renderer/keep.ts';
import { dropOldestKept, keptFolder } from './build/renderer/place.ts';

/** What a project has where it adds nothing of its own. */
const OWN: ReadonlySet<string> = new Set(['open-office', '@astrojs/mdx']);

export type { OpenOfficeOptions } from './build/open.ts';

/** Makes the site of a content folder; `npm run build` and its kin run the same steps. */
export function openOffice(options: OpenOfficeOptions = {}): AstroIntegration {
  let build: OpenBuild;
  let release = () => {};
  let out: string;
  let plain = false;
  return {
    name: 'open-office',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, injectRoute, injectScript, logger }) => {
        const root = resolve(fileURLToPath(config.root));
        const say = (text: string) => logger.info(text);
        build = openBuild(root, options, say, command === 'dev' ? 'development' : 'production');
        if (command === 'build') release = await holdLock(root, build.say);
        const hasMdx = config.integrations.some(({ name }) => name === '@astrojs/mdx');
        updateConfig({ ...astroConfig(build), ...(!hasMdx && { integrations: [mdx()] }) });
        addOwnParts(root, options, { updateConfig, injectRoute, injectScript });
      },
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
        plain = config.integrations.every(({ name }) => OWN.has(name));
      },
      'astro:build:start': ({ setPrerenderer }) => {
        // What another integration does to a build, a replayed one would lack.
        if (!plain && build.compileOnly) throw new Error('what others add to a build cannot be kept');
        if (plain) setPrerenderer((astro) => keeping(astro, out, keptFolder(build), build));
        dropOldestKept(build.root);
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
        if (build.compileOnly) return;
        await finishSite(fileURLToPath(dir), build);
      },
    },
  };
}
