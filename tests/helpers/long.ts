/**
 * Whether sweeps and chains of minutes are run: where `CI=1` says that somebody waits for everything. Else they are left
 * out by name, or go over a part of what they would go over.
 */
export const LONG = Boolean(process.env['CI']);
