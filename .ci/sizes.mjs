// Prints what the newest package of a built site weighs: as it is, with gzip, with brotli.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const site = process.argv[2];
const packages = readdirSync(site).filter((name) => name.startsWith("pkg-"));
const newest = packages.sort((a, b) => statSync(join(site, b)).mtimeMs - statSync(join(site, a)).mtimeMs)[0];
const size = (path) => (existsSync(path) ? statSync(path).size : undefined);

const rows = readdirSync(join(site, newest), { recursive: true })
  .filter((name) => /\.(js|wasm|css)$/.test(name))
  .sort()
  .map((name) => {
    const path = join(site, newest, name);
    const raw = size(path);
    return [name, raw, size(`${path}.gz`) ?? raw, size(`${path}.br`) ?? raw];
  });
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);

const line = ([name, ...bytes]) =>
  `  ${name.padEnd(28)}${bytes.map((value) => value.toLocaleString("en").padStart(12)).join("")}`;
console.log(`${newest.padEnd(30)}${["bytes", "gzip", "brotli"].map((head) => head.padStart(12)).join("")}`);
for (const row of rows) console.log(line(row));
console.log(line(["together", sum(1), sum(2), sum(3)]));
