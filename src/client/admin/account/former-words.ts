/** The heading of a text that stands whole in a request's description. */
const HEADING = /^\*\*.*全文.*\*\*\s*$/;
/** Its lines: quoted, and folded where it is long. */
const WITHIN = /^(?:>|<\/?details\b|\s*$)/;

/** What was told of a request before, without whole texts: the newest alone count, and what was taken out is not told on. */
export function withoutTexts(description: string): string {
  let isText = false;
  const kept = description.split(/\r?\n/).filter((line) => {
    isText = HEADING.test(line) || (isText && WITHIN.test(line));
    return !isText;
  });
  return kept.join('\n').trimEnd();
}
