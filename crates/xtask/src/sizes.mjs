// Prints how large the two files given are when they travel: the first by brotli, the second by gzip, in bytes.
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [wasm, page] = process.argv.slice(2).map((path) => readFileSync(path));
console.log(brotliCompressSync(wasm).length, gzipSync(page, { level: 9 }).length);
