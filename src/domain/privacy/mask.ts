/** What may stand in a log instead of the value: enough to recognise it beside the file, too little to use it. */
export function mask(value: string): string {
  const chars = [...value.replace(/[\r\n\t]/g, ' ')];
  const mail = /^(.)[^@]*(@.+)$/.exec(value);
  if (mail) return `${mail[1]}***${mail[2]}`;
  if (chars.length <= 3) return `${chars[0] ?? ''}${'*'.repeat(Math.max(1, chars.length - 1))}`;
  return `${chars.slice(0, 2).join('')}${'*'.repeat(chars.length - 3)}${chars.at(-1)}`;
}
