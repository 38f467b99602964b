/**
 * The print sheet for a page's head: `:root` before each of its rules (twice for its own), so that on paper they win over
 * those of the page, which stand behind them there.
 */
export const forHead = (sheet: string): string =>
  sheet.replace(/(?<=[{}])[^{}@]+(?=\{)/g, (selectors) =>
    selectors
      .split(',')
      .map((one) => (one.trim() === ':root' ? ':root:root' : `:root ${one.trim()}`))
      .join(','),
  );
