// Compiles every published operation against a running server's schema with Relay's compiler, under the names that
// Relay requires.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { operations, schemaOf } from './operations.mjs';

const url = process.argv[2];
if (!url) {
  console.error('usage: node relay.mjs URL');
  process.exit(2);
}

const compiler = new URL('node_modules/relay-compiler/cli.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'relay-'));
try {
  mkdirSync(join(folder, 'src/__generated__'), { recursive: true });
  writeFileSync(join(folder, 'schema.graphql'), await schemaOf(url));
  writeFileSync(
    join(folder, 'relay.config.json'),
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'typescript',
      artifactDirectory: './src/__generated__',
    }),
  );
  for (const { name, text } of operations) {
    const module = name.replaceAll('-', '_');
    writeFileSync(join(folder, 'src', `${module}.ts`), `graphql\`${named(print(parse(text)), module)}\`;\n`);
  }

  execFileSync(process.execPath, [compiler], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  const made = readdirSync(join(folder, 'src/__generated__')).filter((file) =>
    /(Query|Mutation|Subscription)\.graphql\.ts$/.test(file),
  );
  console.log(`${made.length} of ${operations.length} operations compiled`);
  process.exitCode = made.length === operations.length ? 0 : 1;
} catch (fault) {
  console.log(`error  ${fault.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

// Relay requires names made of the module and the kind of operation, or of the module and a fragment's own name. It
// wants a variable with a default to be nullable.
function named(text, module) {
  return text
    .replace(
      /^(query|mutation|subscription) \w+/m,
      (_, kind) => `${kind} ${module}${kind[0].toUpperCase()}${kind.slice(1)}`,
    )
    .replace(/(\$\w+: [\w[\]!]+)! =/g, '$1 =')
    .replace(/^fragment (\w+)/gm, `fragment ${module}_$1`)
    .replace(/\.\.\.(?!on\b)(\w+)/g, `...${module}_$1`);
}
