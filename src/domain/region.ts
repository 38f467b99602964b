/** A city as its region shows it. */
import type { Manifest } from '../schemas/manifest.ts';

/** `failed` could not be had, `refused` does not hold, `late` is older than it may be. */
type CityStanding = 'current' | 'late' | 'failed' | 'refused';

export interface CityState {
  readonly code: string;
  readonly name: string;
  readonly state: CityStanding;
  /** Why it is not current. */
  readonly why?: string | undefined;
  /** The address of its site, with a slash at its end; absent where none is known. */
  readonly url?: string | undefined;
  /** The last word of it that held; absent where there never was one. */
  readonly manifest?: Manifest | undefined;
}

/** How a city's standing is said. */
export const STANDINGS: Readonly<Record<CityStanding, string>> = {
  current: '正常',
  late: '迟了',
  failed: '没有取到',
  refused: '不可信，没有用',
};
