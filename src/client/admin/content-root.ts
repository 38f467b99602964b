import type { AdminData } from '../../views/admin.ts';

/** What stands in front of a path below the content folder, in the repository. */
export const rootOf = ({ folder = 'content' }: AdminData['editor']): string => (folder ? `${folder}/` : '');
