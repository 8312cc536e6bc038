// The second visit of a shop that is open: what comes over the wire, pictures apart, and how soon there is something to see
// without a connection. Each the median of several; the first visit has filled the browser's cache and its worker's.
import { createServer, request } from "node:http";
import { createRequire } from "node:module";

const shop = process.env.SHOP_URL;
const visits = Number(process.env.VISITS ?? 5);
const { chromium } = createRequire(new URL("../end2end/package.json", import.meta.url))("@playwright/test");

const pages = ["/en/", "/en/c/kitchen", "/en/products/carbon-pan"];
const targets = { bytes: 20_000, paint: 500 };

const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

/** Stands between browser and shop and counts what the shop sends, heads included; a worker's own questions are seen by nobody else. */
const counted = { bytes: 0 };
const between = createServer((asked, answer) => {
  const on = request(new URL(asked.url, shop), { method: asked.method, headers: asked.headers }, (told) => {
    answer.writeHead(told.statusCode, told.rawHeaders);
    const picture = (told.headers["content-type"] ?? "").startsWith("image/");
    const count = (length) => (counted.bytes += picture ? 0 : length);
    count(told.rawHeaders.join("").length + 4 * told.rawHeaders.length);
    told.on("data", (part) => count(part.length));
    told.pipe(answer);
  });
  on.on("error", () => answer.destroy());
  asked.pipe(on);
});
await new Promise((open) => between.listen(0, "127.0.0.1", open));
const seen = `http://127.0.0.1:${between.address().port}`;

const painted = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const tell = () => {
          const paint = performance.getEntriesByName("first-contentful-paint")[0];
          if (paint) resolve(paint.startTime);
          else requestAnimationFrame(tell);
        };
        tell();
      }),
  );

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
let missed = false;
try {
  console.log(`A second visit, median of ${visits}`);
  for (const path of pages) {
    const [bytes, paints] = [[], []];
    for (let visit = 0; visit < visits; visit++) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(seen + path);
      await page.evaluate(() => navigator.serviceWorker.ready);
      // The worker keeps what is shown while it is in charge.
      await page.reload();
      await page.waitForLoadState("networkidle");
      counted.bytes = 0;
      await page.goto(seen + path);
      await page.waitForLoadState("networkidle");
      bytes.push(counted.bytes);
      await context.setOffline(true);
      await page.goto("about:blank");
      await page.goto(seen + path);
      paints.push(await painted(page));
      if (!(await page.locator("h1").first().isVisible())) throw new Error(`${path} is empty without a connection`);
      await context.close();
    }
    const [cost, paint] = [median(bytes), median(paints)];
    const verdict = cost <= targets.bytes && paint <= targets.paint ? "ok" : "MISSED";
    missed ||= verdict !== "ok";
    console.log(
      `  ${path.padEnd(26)}${cost.toLocaleString("en").padStart(8)} bytes of ${targets.bytes.toLocaleString("en")}, ` +
        `first paint offline after ${Math.round(paint)} ms of ${targets.paint}  ${verdict}`,
    );
  }
} finally {
  await browser.close();
  between.close();
}
process.exit(missed ? 1 : 0);
