/** A small site with a form page, built by the build command itself, and the content that its forge keeps. */
import type { ForgeKind } from '../../src/domain/forges.ts';
import type { EditorSettings } from '../../src/schemas/editor.ts';
import { builtOnce } from './built-once.ts';
import { contentFiles, fields, writeFiles, type Content, type Overrides } from './content.ts';

export const APIS: Readonly<Record<ForgeKind, string>> = {
  forgejo: 'http://forge.test/api/v1',
  gitea: 'http://forge.test/api/v1',
  gitlab: 'http://forge.test/api/v4',
  github: 'http://forge.test/api/v3',
  gitee: 'http://forge.test/api/v5',
};

export const EDITOR: EditorSettings = {
  forge: 'forgejo',
  api: APIS.forgejo,
  repo: 'ju/content',
  branch: 'main',
  data: { branch: 'quxiang' },
  clientId: 'form',
};

const WHEREABOUTS = 'offices/dong/jia/whereabouts.json';

/** The content on main: the usual small city with an editor; whereabouts have a branch of their own. */
export const formContent = (overrides: Overrides = {}): Map<string, Content> =>
  contentFiles({
    'site.json': fields({ editor: EDITOR }),
    'owners.json': OWNERS,
    [WHEREABOUTS]: null,
    ...overrides,
  });

const OWNERS = {
  accounts: [
    { account: 'jia', offices: ['dong/jia'] },
    { account: 'yi', offices: ['dong/yi'] },
    { account: 'ju', counties: ['dong'] },
    { account: 'shi', city: true },
    { account: 'weihu', maintainer: true },
  ],
};

/** What stands on the branch of whereabouts. */
export const formWhereabouts = (): Map<string, Content> =>
  new Map([[WHEREABOUTS, contentFiles().get(WHEREABOUTS) ?? '']]);

/** The site of such content in a folder of its own, which is returned. */
export const buildFormSite = (name = 'form-site', files = formContent()): Promise<string> =>
  builtOnce(name, (content) => writeFiles(content, files), { SOURCE_DATE_EPOCH: '1795312800' });
