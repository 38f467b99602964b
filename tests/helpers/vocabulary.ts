/** Linked data held against the vocabulary of schema.org as its makers give it for TypeScript: types, properties, ranges. */
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../src/command/command.ts';

const NAME = join(ROOT, 'tests', 'structured-data.ts');

type Data = Readonly<Record<string, unknown>>;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  types: [],
};

/** What the vocabulary does not allow, by the number of the piece of data. */
export function vocabularyFaults(data: readonly Data[]): string[] {
  const pieces = data.map(
    (one, at) =>
      `const data${at}: schema.WithContext<schema.${String(one['@type'])}> = ${JSON.stringify(one)};`,
  );
  const source = `import type * as schema from 'schema-dts';\n${pieces.join('\n')}\nexport {};\n`;
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === NAME
      ? ts.createSourceFile(name, source, rest[0], true)
      : getSourceFile.call(host, name, ...rest);
  host.fileExists = (name) => name === NAME || fileExists.call(host, name);
  const program = ts.createProgram([NAME], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ start = 0, messageText }) => {
    const piece = source.slice(0, start).split('\n').length - 2;
    return `${piece} ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`;
  });
}
