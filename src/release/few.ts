const AT_ONCE = 20;

/** The first lines of a long list, and how long it is. */
export function few(lines: readonly string[]): string {
  const more = lines.length > AT_ONCE ? `\n  …… 共 ${lines.length} 个` : '';
  return (
    lines
      .slice(0, AT_ONCE)
      .map((line) => `  ${line}`)
      .join('\n') + more
  );
}
