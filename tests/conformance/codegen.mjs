// Generates TypeScript for a running server's schema and every published operation with GraphQL Code Generator, and
// compiles it.
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import ts from 'typescript';
import { operations, schemaOf } from './operations.mjs';

const url = process.argv[2];
if (!url) {
  console.error('usage: node codegen.mjs URL');
  process.exit(2);
}

const schema = parse(await schemaOf(url));
const documents = operations.map(({ name, text }) => ({ location: name, document: parse(text) }));
const types = await generate('schema.ts', { typescript });
const code = await generate('operations.ts', { typescriptOperations });
const names = operations.map(({ text }) => /^(query|mutation|subscription) (\w+)/m.exec(text));
const faults = [
  ...names
    .map(([, kind, name]) => name + kind[0].toUpperCase() + kind.slice(1))
    .filter((type) => !code.includes(`export type ${type} =`))
    .map((type) => `${type} is missing`),
  ...compile({ 'schema.ts': types, 'operations.ts': code }),
];
faults.forEach((fault) => console.log(`error  ${fault}`));
console.log(`${faults.length} faults in the TypeScript of ${operations.length} operations`);
process.exit(faults.length === 0 ? 0 : 1);

function generate(filename, pluginMap) {
  const plugins = Object.keys(pluginMap).map((name) => ({ [name]: {} }));
  return codegen({ filename, schema, documents, plugins, pluginMap, config: { defaultScalarType: 'unknown' } });
}

function compile(files) {
  const options = { strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022, skipLibCheck: true };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    files[name] ? ts.createSourceFile(name, files[name], ts.ScriptTarget.ES2022) : read(name, ...rest);
  const program = ts.createProgram(Object.keys(files), options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ messageText, file, start }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')} ` +
        `${file?.text.slice(start, start + 60)}`,
    );
}
