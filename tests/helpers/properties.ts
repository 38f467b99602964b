/** Runs the property tests on the same examples everywhere; `PROPERTY_SEED` looks for others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20181204) });
