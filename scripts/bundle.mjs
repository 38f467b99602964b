// Bundles the program into the folder that is named, and tells the files that it was made from: a process of its own,
// whose memory is given back before the command begins.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { AT_HOME, PROGRAM } from './run.mjs';

/** What processes begin with: commands, what `astro.config.mjs` asks for, and what a build runs beside itself. */
function entries() {
  const commands = readdirSync(join(PROGRAM, 'scripts')).filter(
    (name) => name.endsWith('.ts') && !AT_HOME.includes(name.replace('.ts', '')),
  );
  return [...commands.map((name) => `scripts/${name}`), 'src/integration.ts', 'src/build/compile-process.ts'];
}

/** Packages that look for files of their own or bring machine code stay where they are. */
const APART = /^(?:astro|@astrojs|vite|rolldown|sharp|playwright-core|pagefind)(?:\/|$)/;

/** Modules ask for files beside them: beside their source, wherever they are bundled. */
const ownAddress = {
  name: 'own-address',
  transform: {
    filter: { code: /import\.meta\.url/ },
    handler: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
  },
};

const bundle = await rolldown({
  input: Object.fromEntries(entries().map((path) => [path.replace('.ts', ''), join(PROGRAM, path)])),
  platform: 'node',
  resolve: { mainFields: ['module', 'main'] },
  external: (id) => APART.test(id),
  plugins: [ownAddress],
  logLevel: 'silent',
});
await bundle.write({
  dir: process.argv[2],
  entryFileNames: '[name].mjs',
  chunkFileNames: 'parts/[hash].mjs',
});
console.log(JSON.stringify(await bundle.watchFiles));
await bundle.close();
