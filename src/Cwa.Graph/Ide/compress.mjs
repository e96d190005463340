// Compresses the IDE's files once, beside each of them, so that no request has to.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';

const folder = join(process.argv[2], 'static');
for (const name of await readdir(folder, { recursive: true })) {
  if (!/\.(js|css|svg)$/.test(name)) continue;
  const file = join(folder, name);
  const whole = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(whole, quality));
  await writeFile(`${file}.gz`, await promisify(gzip)(whole, { level: 9 }));
}
