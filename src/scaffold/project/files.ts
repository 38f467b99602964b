/** What stands around the content in a city's own repository. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../command/command.ts';
import { editorFiles } from '../editor/json-schemas.ts';
import { readmeOf, type About } from './readme.ts';
import { workflowsFor, type Home } from './workflows.ts';

interface ProjectRequest {
  readonly about: About;
  /** What `package.json` says of the program: a file, an address. */
  readonly program: string;
  readonly home: Home;
}

/** The names under which npm runs our commands: as in the program's own repository, so that manuals hold in both. */
const SCRIPTS = [
  [
    'start',
    'check',
    'dev',
    'build',
    'serve',
    'pack',
    'publish',
    'sign',
    'verify',
    'released',
    'whereabouts',
    'upkeep',
    'disclosure',
  ],
  ['new:office', 'new:notice', 'new:calendar', 'import:places', 'sheets:export', 'sheets:import', 'apply'],
  [
    'migrate',
    'upgrade',
    'reorganise',
    'adapt',
    'accounts',
    'codeowners',
    'gate',
    'review',
    'privacy',
    'withdraw',
    'signoff',
    'posters',
    'audit',
  ],
].flat();

/** How each command stands in `package.json`. */
const COMMANDS = Object.fromEntries(SCRIPTS.map((name) => [name, `open-office ${name.replace(':', '-')}`]));

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const manifest = ({ about, program }: ProjectRequest) =>
  json({
    name: `sfs-${about.code}`,
    version: '1.0.0',
    private: true,
    description: about.title,
    type: 'module',
    scripts: COMMANDS,
    dependencies: { 'open-office': program },
    allowScripts: { esbuild: false, fsevents: false },
  });

const CONFIG = [
  "import { defineConfig } from 'astro/config';",
  "import openOffice from 'open-office';",
  'export default defineConfig({ integrations: [openOffice()] });',
  '',
].join('\n');

/** What git leaves out: what is made, and the lists that content is taken from, which say more than is published. */
export const IGNORED = [
  'node_modules/',
  'dist/',
  'packs/',
  '.astro/',
  '.cache/',
  '*.log',
  '.DS_Store',
  '/*.tgz',
  '/*.csv',
  '!/账号表.csv',
  '/*.xls*',
  '/*.ods',
  '/*/*.xlsx',
  '/修改包*.json',
  '',
];

/** Sources keep to what the lock file says; a package is never fetched because somebody typed its name. */
export const NPMRC = [
  'omit-lockfile-registry-resolved=true',
  'save-exact=true',
  'fund=false',
  'audit=false',
  'loglevel=error',
  '',
];

/** The authors' manual, its examples those of the place. */
function manual({ example }: About): string {
  const text = readFileSync(join(PROGRAM, 'content', 'README.md'), 'utf8');
  const { county, township } = example;
  return (
    text
      .replaceAll('](../docs/', '](../node_modules/open-office/docs/')
      .replaceAll('犍为县', county.name)
      .replaceAll('罗城镇', township.name)
      .replaceAll('罗城', township.shortName)
      .replaceAll('犍为', county.shortName)
      .replaceAll('qianwei', county.slug)
      .replaceAll('luocheng', township.slug)
      // An area code that is nobody's: the place's own is not known yet.
      .replaceAll('0833', '0800')
  );
}

/** The editor's settings, with the schemas where npm puts them. */
const editorSettings = () =>
  (editorFiles().get('.vscode/settings.json') ?? '').replaceAll(
    '"./schemas/',
    '"./node_modules/open-office/schemas/',
  );

/** Every file of the repository beside the content, by path. */
export const projectFiles = (request: ProjectRequest): Map<string, string> =>
  new Map([
    ['package.json', manifest(request)],
    ['astro.config.mjs', CONFIG],
    ['.gitignore', IGNORED.join('\n')],
    ['.npmrc', NPMRC.join('\n')],
    ['.vscode/settings.json', editorSettings()],
    ['README.md', readmeOf(request.about, request.home)],
    ['content/README.md', manual(request.about)],
    ...workflowsFor(request.home),
  ]);

const textIn = (folder: string, name: string) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';

/** What a city's repository that an earlier version made lacks of what one of today begins with, as it is to be added. */
export function lackingIn(folder: string): { file: string; lines: string[] }[] {
  const { scripts } = JSON.parse(textIn(folder, 'package.json') || '{}') as { scripts?: object };
  const ignored = textIn(folder, '.gitignore').split(/\r?\n/);
  const commands = Object.entries(COMMANDS).filter(([name]) => !(name in (scripts ?? {})));
  return [
    { file: 'package.json', lines: commands.map(([name, runs]) => `"${name}": "${runs}",`) },
    { file: '.gitignore', lines: IGNORED.filter((line) => !ignored.includes(line)) },
  ].filter(({ lines }) => lines.length > 0);
}
