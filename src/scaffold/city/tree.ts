/** One city's divisions, whichever year's list they come from. Codes are the statistics bureau's. */
export interface Village {
  /** 12 digits. */
  readonly code: string;
  /** As people say it: 严龙村, not 严龙村委会. */
  readonly name: string;
  readonly kind: 'village' | 'community';
}

export interface TownshipDivision {
  /** 9 digits. */
  readonly code: string;
  readonly name: string;
  readonly villages: readonly Village[];
}

export interface CountyDivision {
  /** 6 digits. */
  readonly code: string;
  readonly name: string;
  readonly townships: readonly TownshipDivision[];
}

export interface City {
  /** 4 digits; 6 where a county is a site of its own. */
  readonly code: string;
  readonly name: string;
  readonly counties: readonly CountyDivision[];
}

export const townshipsOf = (city: City) => city.counties.flatMap((county) => county.townships);

/** Whether a site is one county's own. */
export const isCounty = ({ code }: City): boolean => code.length === 6;

/** One county of a city as the whole of a site; undefined where the city has none of that code. */
export function onlyCounty(city: City, code: string): City | undefined {
  const county = city.counties.find((one) => one.code === code);
  return county && { code, name: county.name, counties: [county] };
}
