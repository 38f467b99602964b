/** The office that a reader looked at last: kept on the device alone, told to nobody. */

/** The name under which a browser keeps it. */
export const MY_OFFICE = 'my-office';

const ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

/** An office's id, `qianwei/luocheng`; undefined for any other text, since anybody may have written it. */
export const officeId = (text: string | null | undefined): string | undefined =>
  text && ID.test(text) ? text : undefined;

/** The office of an office's page, by its path below the base; undefined elsewhere. */
export const officeAt = (path: string): string | undefined =>
  officeId(/^\/?offices\/([^/]+\/[^/]+)\/$/.exec(path)?.[1]);

/** Which office a page speaks of: the one that its address names, else the one that is kept. */
export const chosenOffice = (search: string, kept: string | null | undefined): string | undefined =>
  officeId(new URLSearchParams(search).get('office')) ?? officeId(kept);

/** The village or former township that led to an office's page, as the address says it. */
export const ledBy = (search: string): string | undefined =>
  new URLSearchParams(search).get('via')?.trim().slice(0, 20) || undefined;
