import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/catalogue/load.ts';
import { ROOT } from '../../src/command/command.ts';
import { CODEOWNERS_FORGES, codeowners, type CodeownersForge } from '../../src/gate/codeowners.ts';
import { ownersIn } from '../../src/gate/ownership.ts';

const OWNERS = [
  { account: 'jia-sfs', offices: ['dong/jia'] },
  { account: 'dong-sfj', counties: ['dong'] },
  { account: 'shi-sfj', city: true as const },
  { account: 'weihu', maintainer: true as const },
];
const made = (
  forge: CodeownersForge = 'github',
  owners: Parameters<typeof codeowners>[0]['owners'] = OWNERS,
) =>
  codeowners({ forge, owners, counties: ['dong', 'xi'], prefix: 'content' })
    ?.split('\n')
    .slice(1, -1);

describe('who is asked to review', () => {
  it('an office’s files: its county, else the city; never the office itself', () => {
    expect(made()).toEqual([
      '* @weihu',
      '/content/affairs/ @shi-sfj',
      '/content/calendar/ @shi-sfj',
      '/content/divisions/ @shi-sfj',
      '/content/standards.json @shi-sfj',
      '/content/counties/dong.json @shi-sfj',
      '/content/counties/xi.json @shi-sfj',
      '/content/offices/dong/ @dong-sfj',
      '/content/offices/xi/ @shi-sfj',
    ]);
  });

  it('where nobody else is named, the maintainers', () => {
    expect(made('github', OWNERS.slice(-1))?.at(-1)).toBe('/content/offices/xi/ @weihu');
  });

  it('without maintainers there is no file: it would promise a review that nobody gives', () => {
    expect(made('github', OWNERS.slice(0, 3))).toBeUndefined();
  });

  it('Gitea gets expressions', () => {
    expect(made('gitea')).toEqual(
      expect.arrayContaining([
        '.* @weihu',
        '^content/offices/dong/.* @dong-sfj',
        '^content/standards\\\\.json$ @shi-sfj',
      ]),
    );
  });

  it('what lies in this repository is what its content gives', () => {
    const content = join(ROOT, 'content');
    const { catalogue } = loadContent(content, { today: '2026-11-22' });
    const counties = (catalogue?.counties ?? []).map(({ slug }) => slug).sort();
    for (const [forge, { file }] of Object.entries(CODEOWNERS_FORGES)) {
      const path = join(ROOT, file);
      if (forge !== 'github' && !existsSync(path)) continue;
      const text = codeowners({
        forge: forge as CodeownersForge,
        owners: ownersIn(content) ?? [],
        counties,
        prefix: 'content',
      });
      expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined, file).toBe(text);
    }
  });
});
