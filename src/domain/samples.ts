/** The county that is not real, and where its files stand. */

/**
 * The county that is not real: its slug, and the folder that holds all of it (`samples/county.json`,
 * `samples/<office>/…`). It is read like every county and counted with none (design §2.2).
 */
export const SAMPLES = 'samples';

/** A path among the samples as it would be in an ordinary county; other paths as they are. */
export const inOrdinaryCounty = (file: string): string =>
  file
    .replace(
      /^samples\/(county|divisions)\.json$/,
      (_, kind: string) => `${kind === 'county' ? 'counties' : kind}/samples.json`,
    )
    .replace(/^samples\/(?=[^/]+\/)/, 'offices/samples/');

/** The other way round: where a file of the samples' county stands. */
export const amongSamples = (file: string): string =>
  file
    .replace(
      /^(counties|divisions)\/samples\.json$/,
      (_, kind: string) => `samples/${kind === 'counties' ? 'county' : kind}.json`,
    )
    .replace(/^offices\/samples\//, 'samples/');
