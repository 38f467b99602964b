import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealPage } from '../../src/build/seal.ts';
import { contentPolicy } from '../../src/domain/policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the content security policy of a page', () => {
  it('lets nothing in but the own host', () => {
    expect(contentPolicy()).toContain("default-src 'none'");
    expect(contentPolicy()).not.toMatch(/unsafe|https?:|\*/);
  });

  it('is its own host and what the build wrote there, nothing else', () => {
    expect(contentPolicy().split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'inline-scripts'",
      "style-src 'self' 'inline-styles'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "font-src 'self'",
      "media-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
    ]);
  });

  it('opens for what a page needs, and no further', () => {
    const policy = contentPolicy({
      images: ['https://t0.example'],
      connect: ['https://git.example'],
      wasm: true,
    });
    expect(policy).toContain("img-src 'self' data: https://t0.example;");
    expect(policy).toContain("connect-src 'self' https://git.example;");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  });

  it('names the styles and scripts that stand in the page by their hashes, and data not at all', () => {
    const page = `<meta content="${contentPolicy()}"><style>a{}</style><script>run()</script><script src="x.js"></script><script type="application/json">{}</script>`;
    const sealed = sealPage(page);
    expect(sealed).toContain(`style-src 'self' ${hash('a{}')};`);
    expect(sealed).toContain(`script-src 'self' ${hash('run()')};`);
    expect(sealed).not.toContain(hash('{}'));
  });

  it('names no hash where nothing stands in the page', () => {
    expect(sealPage(contentPolicy())).toContain("script-src 'self'; style-src 'self';");
  });
});
