/** What was told of a request before, without whole texts: the newest alone count, and what was taken out is not told on. */
export const withoutTexts = (description: string): string =>
  description.replace(/^\*\*.*全文.*\s(?:\s*(?:>|<\/?details).*)*/gm, '');
