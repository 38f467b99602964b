// Lets Node run the TypeScript of this package: inside node_modules it does not by itself.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const PACKAGE = new URL('..', import.meta.url).href;

registerHooks({
  load(url, context, next) {
    if (!url.startsWith(PACKAGE) || !/\.ts(?:\?|$)/.test(url)) return next(url, context);
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
    return { format: 'module', shortCircuit: true, source };
  },
});
