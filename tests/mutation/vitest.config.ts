import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The unit tests alone, as the mutation tester runs them: again for every mutant. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/helpers/properties.ts'],
    testTimeout: 60_000,
  },
});
