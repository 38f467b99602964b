import { defineConfig } from 'vitest/config';
import { PATIENCE } from './tests/helpers/patience.ts';

// Generous, as every waiting in a test: a machine with other work on its hands is no reason to fail.
const patience = { testTimeout: 1_800_000, hookTimeout: 1_800_000 };

export default defineConfig({
  test: {
    // Promises about thousands of nodes read better as one message than as a diff.
    chaiConfig: { truncateThreshold: 2000 },
    // Two cores are the least there is, and many tests wait for what they have started.
    maxWorkers: 2,
    expect: { poll: { timeout: PATIENCE } },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
          // The program is loaded once, not for each file: it keeps nothing between calls that a test could see.
          isolate: false,
          ...patience,
          setupFiles: ['tests/helpers/properties.ts'],
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          // One file at a time: they build in the same project.
          fileParallelism: false,
          globalSetup: ['tests/helpers/city-place.ts'],
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...patience,
        },
      },
    ],
  },
});
