import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { LikeliestFirst, keepWorker } from './kept-worker.ts';

/** The unit tests that a mutant may have to pass: without those of whole commands, of all real content and of growth, which are long and no closer look. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [keepWorker],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      'tests/unit/*-command.test.ts',
      'tests/unit/{apply,check-damage,check-report,gate*,import-places-write,new-*,quarantine-build}.test.ts',
      'tests/unit/{audit*,guides-content,linear,released,sheets-round-trip,signoff,whereabouts-*,withdraw,workflows}.test.ts',
    ],
    setupFiles: ['tests/helpers/properties.ts'],
    testTimeout: 60_000,
    isolate: false,
    reporters: [],
    sequence: { sequencer: LikeliestFirst },
  },
});
