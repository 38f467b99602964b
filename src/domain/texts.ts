import type { Text, TextOf } from '../catalogue/types.ts';
import type { ListedKind } from '../kinds.ts';

/** The texts of one kind, in their order. */
export const textsOf = <K extends ListedKind>(texts: readonly Text[], kind: K) =>
  texts.filter((one) => one.kind === kind) as readonly Text[] as readonly TextOf<K>[];
