const KIND_OF_TOWNSHIP = /(?:街道|\p{Script=Han}族乡|镇|乡)$/u;

/** What people call a township: without 镇, 乡 or 街道; a name of two characters stays whole. */
export const bareTownship = (name: string): string =>
  [...name].length > 2 ? name.replace(KIND_OF_TOWNSHIP, '') : name;
