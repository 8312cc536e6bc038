// What Lighthouse says of an open shop on a phone: the median of three visits to each kind of page.
import { createRequire } from "node:module";

const shop = process.env.SHOP_URL;
const visits = Number(process.env.VISITS ?? 3);
const tools = createRequire(new URL("../end2end/package.json", import.meta.url));
const { default: lighthouse } = await import(tools.resolve("lighthouse"));
const puppeteer = tools("puppeteer-core");

/** What each page must reach, after the median; the largest picture as Core Web Vitals call it good. */
const targets = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100, CLS: 0.02, TBT: 50, LCP: 2500 };
const smallerIsBetter = new Set(["CLS", "TBT", "LCP"]);

/** The cookies of a browser with one thing in its cart. */
async function cookiesOfACart(product) {
  const page = await (await fetch(new URL(product, shop))).text();
  const variant = page.match(/name="variant" value="(\d+)"/)[1];
  const answer = await fetch(new URL("/api/cart/add", shop), {
    method: "POST",
    redirect: "manual",
    headers: { accept: "text/html", origin: shop, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ lang: "en", variant, quantity: "1" }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0].split("="));
  if (answer.status !== 303 || cookies.length === 0) throw new Error(`no cart: ${answer.status}`);
  return cookies.map(([name, value]) => ({ name, value, url: shop }));
}

/** One visit with a new browser. Cookies are the browser's own, so that what the script asks for has them too. */
async function visit(path, cookies, again = true) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
  try {
    const page = await browser.newPage();
    await page.setCookie(...cookies);
    const told = await lighthouse(new URL(path, shop).href, { formFactor: "mobile", logLevel: "silent" }, undefined, page);
    // Now and then Chromium's trace begins after the visit did; then there is nothing to read in it.
    if (told.lhr.runtimeError?.code === "NO_NAVSTART" && again) return await visit(path, cookies, false);
    return figuresOf(told.lhr, path);
  } finally {
    await browser.close();
  }
}

function figuresOf({ categories, audits, runtimeError, environment }, path) {
  if (runtimeError) throw new Error(`${path}: ${runtimeError.message}`);
  const scores = Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
  const vital = (name) => audits[name].numericValue;
  const vitals = [
    ["CLS", vital("cumulative-layout-shift")],
    ["TBT", vital("total-blocking-time")],
    ["LCP", vital("largest-contentful-paint")],
  ];
  const said = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9);
  return { index: environment.benchmarkIndex, figures: Object.fromEntries([...scores, ...vitals]), said: [...new Set(said.map(({ id }) => id))] };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const product = "/en/products/carbon-pan";
const pages = [
  ["home", "/en/", []],
  ["category", "/en/c/kitchen", []],
  ["product", product, []],
  ["cart", "/en/cart", await cookiesOfACart(product)],
];
const names = Object.keys(targets);
let missed = 0;
console.log(`\nB7  Lighthouse, phone, median of ${visits}`);
// How fast the machine was in those moments, by Lighthouse's own reckoning: the blocking time hangs on it.
console.log(["".padEnd(10), ...names.map((name) => name.padStart(15)), "machine".padStart(9)].join(""));
for (const [name, path, cookies] of pages) {
  const all = [];
  for (let done = 0; done < visits; done += 1) all.push(await visit(path, cookies));
  const cells = names.map((figure) => {
    const value = median(all.map(({ figures }) => figures[figure]));
    const reached = smallerIsBetter.has(figure) ? value <= targets[figure] : value >= targets[figure];
    if (!reached) missed += 1;
    return `${figure === "CLS" ? value.toFixed(3) : Math.round(value)}${reached ? " " : "!"}`.padStart(15);
  });
  const machine = Math.round(median(all.map(({ index }) => index)));
  console.log([name.padEnd(10), ...cells, String(machine).padStart(9)].join(""));
  const said = [...new Set(all.flatMap((one) => one.said))];
  if (said.length > 0) console.log(`${"".padEnd(10)} what it names: ${said.join(", ")}`);
}
console.log(missed === 0 ? "every target reached" : `${missed} figures miss their targets (marked !)`);
process.exit(missed === 0 ? 0 : 1);
