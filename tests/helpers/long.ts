/**
 * Whether sweeps and chains of minutes are run: where `CI=1` says that somebody waits for everything. Else they are left
 * out by name, or go over a part of what they would go over.
 */
export const LONG = Boolean(process.env['CI']);

/** All of some cases that differ in little, or the first of them. */
export const some = <T>(all: readonly T[]): readonly T[] => (LONG ? all : all.slice(0, 1));
