/**
 * Compresses files, for `compressed.py`: one line of standard input is `FROM TO KIND QUALITY`, parted by tabs.
 */
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const kinds = {
  br: (/** @type {Buffer} */ data, /** @type {number} */ quality) =>
    promisify(brotliCompress)(data, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
      },
    }),
  gz: (/** @type {Buffer} */ data, /** @type {number} */ quality) =>
    promisify(gzip)(data, { level: quality, memLevel: 9 }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [from, to, kind, quality] = line.split("\t");
  const compress = kinds[/** @type {keyof typeof kinds} */ (kind)];
  await writeFile(to, await compress(await readFile(from), Number(quality)));
}
