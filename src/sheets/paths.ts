import type { FileName, OfficeFiles } from './model.ts';

/** Where a file of an office stands below the content folder. */
export const pathOf = ({ id }: Pick<OfficeFiles, 'id'>, file: FileName): string =>
  `${id.startsWith('samples/') ? id : `offices/${id}`}/${file}.json`;
