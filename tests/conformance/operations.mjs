// The published operations, each with the path of its file.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = new URL('../../schema/operations/', import.meta.url).pathname;

export const operations = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({
    name: file.replace('.graphql', '').replaceAll('/', '-'),
    text: readFileSync(join(folder, file), 'utf8'),
  }));

export async function schemaOf(url) {
  const response = await fetch(`${url}?sdl`);
  if (!response.ok) throw new Error(`?sdl: HTTP ${response.status}`);
  return response.text();
}
