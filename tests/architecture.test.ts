import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSourceFile, forEachChild, isFunctionLike, type Node, ScriptTarget } from 'typescript';
import { describe, expect, it } from 'vitest';
import { type Import, type SourceFile, sources } from '../src/bench/imports.ts';
import { ROOT } from '../src/command/command.ts';
import { descend } from './helpers/imports.ts';

const files = sources('src', 'scripts');
const tests = sources('tests');

/** What a layer may import. A pattern is tried against the file from the project's root, or the package's name. */
interface Rule {
  readonly layer: string;
  readonly title: string;
  readonly may: readonly RegExp[];
  /** Allowed as types only: gone before anything runs. */
  readonly mayAsTypes?: readonly RegExp[];
  readonly mayNot?: readonly RegExp[];
}

const CATALOGUE_TYPES = /^src\/catalogue\/types\.ts$/;
const SCHEMAS = /^src\/(?:schemas\/|kinds\.ts$)/;
const TYPES = [CATALOGUE_TYPES, SCHEMAS];
/** Packages that only compute: datums, QR codes, scales of charts. */
const CALCULATORS = /^(?:d3-scale|gcoord|uqr)$/;
const SHOWING = [/^src\/components\//, /^src\/domain\//, /^src\/views\//];

/** What no command touches: the pages and what they are made of. */
const PAGES = [/^src\/(?:components|layouts|pages|styles|client|worker)\//, /^astro:/];

/** Products with a command of their own, and what they share. */
const ROOMS = [
  'apply',
  'audit',
  'bench',
  'build',
  'calendar',
  'command',
  'gate',
  'mcp',
  'places',
  'posters',
  'region',
  'release',
  'reports',
  'scaffold',
  'takedown',
  'verify',
  'whereabouts',
];

const RULES: readonly Rule[] = [
  ...ROOMS.map((room) => ({
    layer: `src/${room}`,
    title: `a product (${room}) knows content, rules and other products, and no page`,
    may: [/^(?!scripts\/)./],
    mayNot: PAGES,
  })),
  {
    layer: 'src/domain',
    title: 'the rules of the matter (domain) depend on nothing but themselves',
    may: [/^src\/domain\//],
    mayAsTypes: TYPES,
  },
  {
    layer: 'src/schemas',
    title: 'the shape of content (schemas) needs only zod and the domain',
    may: [/^src\/schemas\//, /^src\/domain\//, /^zod$/],
  },
  {
    layer: 'src/catalogue',
    title: 'the reader of content (catalogue) knows no page',
    may: [/^src\/catalogue\//, SCHEMAS, /^src\/domain\//, /^node:/, /^(?!astro)(?![./])[@\w]/],
    mayAsTypes: [/^astro\/loaders$/],
  },
  {
    layer: 'src/forges',
    title: 'platforms (forges) are asked alike from a browser and from Node, without any package',
    may: [/^src\/forges\//, /^src\/domain\//],
    mayAsTypes: [/^src\/schemas\/editor\.ts$/],
  },
  {
    layer: 'src/editing',
    title: 'changing the text of a file (editing) knows texts, not what they are about',
    may: [/^src\/editing\//, /^src\/domain\//, /^(?:jsonc-parser|yaml)$/],
  },
  {
    layer: 'src/migrate',
    title: 'content of older programs (migrate) is turned from files into files, without Node',
    may: [/^src\/(?:migrate|editing|domain)\//, /^yaml$/],
  },
  {
    layer: 'src/reorganise',
    title: 'reorganising offices and divisions (reorganise) turns files into files, in Node and in browsers',
    may: [/^src\/(?:reorganise|editing|domain)\//],
    mayAsTypes: TYPES,
  },
  {
    layer: 'src/sheets',
    title: 'workbooks (sheets) are read and written from the schemas alone, in Node and in browsers',
    may: [
      /^src\/(?:sheets|editing|schemas|domain)\//,
      /^src\/catalogue\/(?:issues|notation|wording)\.ts$/,
      /^hucre\//,
      /^fflate$/,
      /^zod$/,
    ],
  },
  {
    layer: 'src/views',
    title: 'what a page says (views) is worked out from the catalogue alone: no files, no Astro',
    may: [/^src\/views\//, /^src\/domain\//, SCHEMAS, CALCULATORS],
    mayAsTypes: TYPES,
  },
  {
    layer: 'src/components',
    title: 'components are handed what they show and never fetch it',
    may: SHOWING,
    mayAsTypes: TYPES,
  },
  {
    layer: 'src/exports',
    title: 'files for others (exports) are made of the catalogue: pure, without Node and Astro',
    may: [/^src\/exports\//, /^src\/views\//, /^src\/domain\//, /^(?!astro|node:)(?![./])[@\w]/],
    mayAsTypes: TYPES,
  },
  {
    layer: 'src/layouts',
    title: 'layouts are components that also bring the style',
    // A script's address is no script.
    may: [...SHOWING, /^src\/layouts\//, /^src\/styles\//, /^src\/client\/[\w-]+\.ts\?worker&url$/],
    mayAsTypes: TYPES,
  },
  {
    layer: 'src/pages',
    title: 'pages take the one catalogue and hand it to views and components',
    may: [
      ...SHOWING,
      /^src\/layouts\//,
      /^src\/exports\//,
      /^src\/catalogue\/(?:current|revision|encode-picture)\.ts$/,
      /^src\/styles\//,
      /^src\/pages\/_(?:exports|paths)\.ts$/,
      /^astro:content$/,
    ],
    mayAsTypes: [...TYPES, /^astro$/],
  },
  {
    layer: 'src/region/pages',
    title: 'pages of a region take what was read of its cities, and the templates that cities have',
    may: [
      ...SHOWING,
      /^src\/layouts\//,
      /^src\/styles\//,
      /^src\/region\/(?:current\.ts|pages\/_page\.ts)$/,
      // A script's address is no script.
      /^src\/client\/region\/start\.ts\?worker&url$/,
    ],
    mayAsTypes: [...TYPES, /^astro$/, /^src\/exports\//],
  },
  {
    layer: 'src/client',
    title: 'code in the browser brings no validator, no Node and no content reader',
    may: [/^src\/client\//, /^src\/domain\//, /^leaflet$/],
    mayAsTypes: [...TYPES, /^src\/views\//],
  },
  {
    layer: 'src/client/admin',
    title:
      'the form page alone also brings schemas and the check of content, so that it judges as the check does',
    may: [
      /^src\/client\/(?:admin\/|element\.ts$)/,
      /^src\/(?:domain|forges)\//,
      SCHEMAS,
      /^zod$/,
      /^src\/(?:editing|sheets|reorganise)\//,
      /^src\/calendar\/(?:notice|pasted|write|assess)\.ts$/,
      /^src\/catalogue\/(?:rules\/|privacy\/(?:addresses|scan-entry)\.ts$|attachments\/name\.ts$|(?:contents|validate|notation|parse-body|prose)\.ts$)/,
    ],
    mayAsTypes: [/^src\/(?:catalogue|views)\//],
  },
  {
    layer: 'src/worker',
    title: 'the service worker knows rules and Workbox, and no page',
    may: [/^src\/worker\//, /^src\/domain\//, /^workbox-/],
  },
  {
    layer: 'scripts',
    title: 'the command line never touches pages or what they are made of',
    may: [/./],
    mayNot: PAGES,
  },
];

/** The rule that holds for a file: that of the innermost folder that has one. */
const ruleFor = (file: SourceFile): Rule | undefined =>
  RULES.filter(({ layer }) => file.path.startsWith(`${layer}/`)).toSorted(
    (a, b) => b.layer.length - a.layer.length,
  )[0];

const nameOf = (one: Import) => one.target ?? one.specifier;

function offences(rule: Rule): string[] {
  const refused = (one: Import) => {
    const matches = (patterns: readonly RegExp[] = []) =>
      patterns.some((pattern) => pattern.test(nameOf(one)));
    return matches(rule.mayNot) || !(matches(rule.may) || (one.typeOnly && matches(rule.mayAsTypes)));
  };
  const inLayer = files.filter((file) => ruleFor(file) === rule);
  return inLayer.flatMap((file) =>
    file.imports.filter(refused).map((one) => `${file.path} → ${nameOf(one)}`),
  );
}

const having = (list: readonly SourceFile[], pattern: RegExp) =>
  list.filter((file) => pattern.test(file.code)).map((file) => file.path);

/** Ways around the type checker; written so that this line is none of them. */
const ESCAPE = /:\s*an[y]\b|\bas an[y]\b|<an[y]>|@ts-(?:ignor[e]|nochec[k])/;

const isPure = (file: SourceFile) => /^src\/(?:domain|views|catalogue)$/.test(file.layer);

describe('the layers of the house', () => {
  it.each(RULES)('$title', (rule) => {
    expect(offences(rule)).toEqual([]);
  });

  it('nothing in src depends on the command line or on tests', () => {
    const wrong = files.filter((file) => file.path.startsWith('src/'));
    const out = (one: Import) => one.target !== undefined && !one.target.startsWith('src/');
    expect(
      wrong.flatMap((file) => file.imports.filter(out).map((one) => `${file.path} → ${nameOf(one)}`)),
    ).toEqual([]);
  });

  it('texts of the content are of one kind: `z.string()` would bring twenty unused formats into the form page', () => {
    const own = files.filter(({ path }) => path.startsWith('src/schemas/') && path !== 'src/schemas/text.ts');
    const found = own.filter(({ path }) => /\bz\s*\.string\(/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('one folder knows the spreadsheet library', () => {
    const users = files.filter((file) => file.imports.some(({ specifier }) => /^hucre/.test(specifier)));
    expect(users.map(({ path }) => path)).toEqual([
      'src/sheets/workbook/csv.ts',
      'src/sheets/workbook/read.ts',
      'src/sheets/workbook/write.ts',
    ]);
  });

  it('no files import each other in a ring, not even types', () => {
    expect(descend(files).ring).toBeUndefined();
  });

  it('from a command down to the deepest rule are 18 files at most', () => {
    const { longest } = descend(files, ({ late, typeOnly }) => !late && !typeOnly);
    expect(longest.length > 18 ? longest : []).toEqual([]);
  });

  it('nothing that the form page brings along needs Node', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const reached = new Set(
      files.flatMap(({ path }) => (path.startsWith('src/client/admin/') ? [path] : [])),
    );
    const needed = (path: string) => (byPath.get(path)?.imports ?? []).filter((one) => !one.typeOnly);
    for (const path of reached) for (const { target } of needed(path)) if (target) reached.add(target);
    const node = [...reached].flatMap((path) =>
      needed(path).flatMap(({ specifier }) =>
        specifier.startsWith('node:') ? [`${path} → ${specifier}`] : [],
      ),
    );
    expect(node).toEqual([]);
  });

  it('src holds the known layers and no other folder', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const known = ['styles', ...RULES.map((rule) => rule.layer.replace('src/', ''))].filter(
      (name) => name !== 'scripts',
    );
    expect(folders.map((entry) => entry.name).filter((name) => !known.includes(name))).toEqual([]);
  });
});

/** A limit of a test or hook, one of waiting below a minute, a sleep. */
const CLOCKED =
  /^\s*\}, [\d_]{4,}\);|\btimeout: \d{1,2}_?\d{3}\b|\bwaitFor(?:Timeout)\(|setTimeout\(resolve/m;

describe('the manner of the code', () => {
  it('every file can be read in one sitting: 180 lines at most', () => {
    const long = files.filter((file) => file.lines > 180);
    expect(long.map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it('no function is longer than 60 lines', () => {
    const long = files
      .filter(({ path }) => path.endsWith('.ts'))
      .flatMap(({ path, code }) => {
        const source = createSourceFile(path, code, ScriptTarget.Latest, true);
        const lineOf = (at: number) => source.getLineAndCharacterOfPosition(at).line;
        const found: string[] = [];
        const visit = (node: Node): void => {
          const lines = lineOf(node.end) - lineOf(node.getStart(source)) + 1;
          if (isFunctionLike(node) && lines > 60)
            found.push(`${path}:${lineOf(node.getStart(source)) + 1}: ${lines}`);
          forEachChild(node, visit);
        };
        visit(source);
        return found;
      });
    expect(long).toEqual([]);
  });

  it('everything exported has a name', () => {
    const code = [...files, ...tests].filter((file) => file.path.endsWith('.ts'));
    expect(having(code, /^export default/m)).toEqual([]);
  });

  it('“now” is handed in, never looked up, where decisions are made', () => {
    expect(having(files.filter(isPure), /\bDate\.now\(\)|\bnew Date\(\s*\)|\bTemporal\.Now\b/)).toEqual([]);
  });

  it('a type is exported only where another file asks for it', () => {
    const asked = new Map<string, Set<string>>();
    for (const { path, code } of [...files, ...tests])
      for (const [, names = ''] of code.matchAll(/\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from/g))
        for (const [name] of names.matchAll(/\w+(?= as\b|\s*,|\s*$)/g))
          asked.set(name, (asked.get(name) ?? new Set()).add(path));
    const alone = files.flatMap(({ path, code }) =>
      [...code.matchAll(/^export (?:interface|type) (\w+)/gm)]
        .map(([, name = '']) => name)
        .filter((name) => [...(asked.get(name) ?? [])].every((other) => other === path))
        .map((name) => `${path}: ${name}`),
    );
    expect(alone).toEqual([]);
  });

  it('no two exported types have one name: a word says which is meant', () => {
    const named = files.flatMap(({ path, code }) =>
      [...code.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => ({ name, path })),
    );
    const twice = [...Map.groupBy(named, ({ name }) => name)].filter(([, all]) => all.length > 1);
    expect(twice.map(([name, all]) => `${name}: ${all.map(({ path }) => path).join('、')}`)).toEqual([]);
  });

  it('no test sleeps or has a limit of its own: a slow machine is no reason to fail', () => {
    expect(having(tests, CLOCKED)).toEqual([]);
  });

  it('nothing escapes the type checker', () => {
    expect(having([...files, ...tests], ESCAPE)).toEqual([]);
  });
});
