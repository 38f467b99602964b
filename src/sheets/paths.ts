import type { FileName, OfficeRecords } from './model.ts';

/** Where a file of an office stands below the content folder. */
export const pathOf = ({ id }: Pick<OfficeRecords, 'id'>, file: FileName): string =>
  `${id.startsWith('samples/') ? id : `offices/${id}`}/${file}.json`;
