const paragraphs = (text: string) => text.trim().split(/\n\s*\n/);

/** What differs between two texts: the paragraphs between those that begin and end both. */
export function differing(before: string, after: string): readonly [string, string] {
  const [old, now] = [paragraphs(before), paragraphs(after)];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = (all: readonly string[]) => all.slice(start, all.length - end).join('\n\n');
  return [middle(old), middle(now)];
}
