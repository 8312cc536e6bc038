// Bundles and minifies one style sheet: style.mjs TOOLS FROM TO "chrome >= 123, ...".
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [tools, from, to, browsers] = process.argv.slice(2);
const { bundle } = createRequire(resolve(tools, "package.json"))("lightningcss");

const targets = Object.fromEntries(
  browsers.split(",").map((browser) => {
    const [, name, major, minor = 0] = browser.match(/^\s*(\w+) >= (\d+)(?:\.(\d+))?\s*$/);
    return [name, (major << 16) | (minor << 8)];
  }),
);

const { code, warnings } = bundle({ filename: from, minify: true, targets });
for (const { message, loc } of warnings) console.error(`${loc.filename}:${loc.line}: ${message}`);
if (warnings.length > 0) process.exit(1);
writeFileSync(to, code);
