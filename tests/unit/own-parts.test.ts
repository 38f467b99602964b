import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOwnParts, type OwnParts } from '../../src/build/own-parts.ts';

describe('a city’s own style sheet or component', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'own-parts-'));
    mkdirSync(join(root, 'src'));
    for (const file of ['src/own.css', 'own.css', 'Kopf.astro']) writeFileSync(join(root, file), '');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  /** The scripts that the parts put into every page. */
  const added = (parts: OwnParts) => {
    const scripts: string[] = [];
    addOwnParts(root, parts, {
      updateConfig: (config) => config as never,
      injectRoute: () => {},
      injectScript: (_, text) => scripts.push(text),
    });
    return scripts;
  };

  it('is taken from the project’s src/', () => {
    expect(added({ styles: ['./src/own.css'] })).toEqual([`import "${join(root, 'src/own.css')}";`]);
  });

  it('is refused from elsewhere, where a change of it would go unseen, and told where to', () => {
    expect(() => added({ styles: ['./own.css'] })).toThrow('要放在 src/ 里面，例如 ./src/own.css');
    expect(() => added({ components: { Header: './Kopf.astro' } })).toThrow('./src/Kopf.astro');
    expect(() => added({ styles: ['./src/../own.css'] })).toThrow('要放在 src/ 里面');
  });

  it('is missed by its name where it is not there', () => {
    expect(() => added({ styles: ['./src/nowhere.css'] })).toThrow('./src/nowhere.css 没有找到');
  });
});
