// What one visit costs in bytes over the wire (brotli), measured at the open shop; fails when over.
import { readdirSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const shop = process.env.SHOP_URL;
const KB = 1000;

const budgets = [
  ["script and WASM", 110 * KB],
  ["style", 20 * KB],
  ["product page", 15 * KB],
  ["all of a product page, pictures apart", 140 * KB],
  ["the worker, as it is", 8 * 1024],
  ["offline parts: worker, page, pocket", 10 * KB],
  ["the script of passkeys", 2 * KB],
  ["the script of what was seen", KB],
];

/** The bytes of the answer's body as sent, and its text. Follows redirects. */
function ask(path) {
  return new Promise((resolve, reject) => {
    const request = get(new URL(path, shop), { headers: { "accept-encoding": "br", accept: "text/html,*/*" } }, (answer) => {
      const { statusCode, headers } = answer;
      if (headers.location) return answer.resume(), resolve(ask(headers.location));
      if (statusCode !== 200) return reject(new Error(`${path} answered ${statusCode}`));
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const body = Buffer.concat(parts);
        const packed = headers["content-encoding"] === "br";
        resolve({ body, sent: packed ? body.length : Math.min(body.length, brotliCompressSync(body).length), packed });
      });
    });
    request.on("error", reject);
  });
}

/** The text of a page, asked for as it is. */
async function text(path) {
  const answer = await fetch(new URL(path, shop), { headers: { "accept-encoding": "identity" } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

const attributes = (html, tag) =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>`, "g"))].map(([element]) =>
    Object.fromEntries([...element.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  );

const sum = async (paths) => {
  let total = 0;
  for (const path of paths) total += (await ask(path)).sent;
  return total;
};

const home = await text("/en/");
const product = home.match(/href="(\/en\/products\/[^"?#]+)/)?.[1];
if (!product) throw new Error("The first page leads to no product.");
const page = await text(product);

const pkg = page.match(/\/(pkg-[0-9a-f]+)\//)?.[1];
if (!pkg) throw new Error("The product page loads no package.");
const script = readdirSync(join(process.env.SHOP_SITE, pkg), { recursive: true })
  // What is loaded where it is wanted is none of a product page's.
  .filter((name) => /\.(js|wasm)$/.test(name) && !["pocket.js", "passkey.js", "seen.js"].includes(name))
  .map((name) => `/${pkg}/${name}`);
const links = attributes(page, "link");
const style = links.filter(({ rel }) => rel === "stylesheet").map(({ href }) => href);
const fonts = links.filter(({ rel, as }) => rel === "preload" && as === "font").map(({ href }) => href);

const [scripts, styles, html, letters] = [await sum(script), await sum(style), (await ask(product)).sent, await sum(fonts)];
const worker = Buffer.byteLength(await text("/sw.js"));
const offline = await sum(["/sw.js", "/en/offline", `/${pkg}/pocket.js`]);
const [passkeys, seen] = [await sum([`/${pkg}/passkey.js`]), await sum([`/${pkg}/seen.js`])];
const measured = [scripts, styles, html, scripts + styles + html + letters, worker, offline, passkeys, seen];

console.log(`Bytes over the wire, brotli, ${product} (fonts loaded at once: ${letters.toLocaleString("en")})`);
let over = false;
for (const [at, [name, most]] of budgets.entries()) {
  const verdict = measured[at] > most ? "OVER" : "ok";
  over ||= measured[at] > most;
  console.log(`  ${name.padEnd(40)}${measured[at].toLocaleString("en").padStart(10)} of ${most.toLocaleString("en").padStart(8)}  ${verdict}`);
}
process.exit(over ? 1 : 0);
