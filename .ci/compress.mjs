// Writes FILE.br and FILE.gz beside every text-like file of a folder, so that the server never
// compresses what does not change. A copy that would not be smaller is not written.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const textLike = /\.(js|mjs|wasm|css|svg|json|webmanifest|txt|xml|html|ico|map)$/;
const brotli = (bytes) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
const gz = (bytes) => promisify(gzip)(bytes, { level: 9 });

const entries = await readdir(process.argv[2], { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && textLike.test(entry.name));
await Promise.all(
  files.map(async (entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = await readFile(path);
    const copies = [[".br", await brotli(bytes)], [".gz", await gz(bytes)]];
    for (const [ending, copy] of copies) {
      if (copy.length < bytes.length) await writeFile(path + ending, copy);
    }
  }),
);
