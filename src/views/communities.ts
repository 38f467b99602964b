import type { Community, Township } from '../catalogue/types.ts';

/** A village or community in a list: its name with the names it used to have, and whether two offices share it. */
export const communityView = ({ record, offices }: Community) => ({
  name: record.name,
  former: record.former?.length ? `（原${record.former.join('、')}）` : '',
  shared: offices.length > 1,
});

/** Names of villages and communities that are gone, merged within the township or together with their own. */
export const formerVillages = ({ record }: Township): string[] => [
  ...(record.formerVillages ?? []),
  ...(record.former ?? []).flatMap(({ villages }) => villages ?? []),
];
