/** What a PDF of Chromium tells of itself, in points. */
interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** The sheets of a PDF, in order; Chromium writes its page objects uncompressed. */
export function sheets(pdf: Buffer): Sheet[] {
  const pages = pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)[^]*?endobj/g);
  return [...pages].map(([text]) => {
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    return { width: Number(width), height: Number(height) };
  });
}
