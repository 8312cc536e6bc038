import { chromium } from "@playwright/test";
const base = "http://127.0.0.1:3795", out = "/root/shots/";
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const looks = [["en", "light", 1280], ["en", "dark", 390], ["ar", "dark", 390]];
async function fresh(lang, scheme, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale: "en-GB", timezoneId: "Europe/Riga", serviceWorkers: "block" });
  await context.addCookies([{ name: "prefs", value: `${lang}.LV.EUR`, url: base }]);
  return context.newPage();
}
const shot = (page, name) => page.screenshot({ path: `${out}q-${name}.png`, fullPage: true });
const page = await fresh("en", "light", 1280);
await page.goto(`${base}/en/products/cloth-notebook`);
await page.waitForSelector("html[data-awake]");
await page.locator(".buy-form select").selectOption("2");
await page.getByRole("button", { name: "Put in cart" }).click();
await page.waitForSelector(".drawer[open] .line");
await page.goto(`${base}/en/checkout/address`);
for (const [field, text] of Object.entries({ email: "ilze@example.com", name: "Ilze Bērziņa", line1: "Brīvības iela 12", postcode: "LV-1010", city: "Rīga" })) await page.locator(`#${field}`).fill(text);
await page.getByRole("button", { name: "Continue to delivery" }).click();
await page.getByRole("button", { name: "Continue to payment" }).click();
await page.waitForTimeout(500);
await page.getByRole("radio", { name: /^Card/ }).check();
await page.getByRole("button", { name: "Continue to review" }).click();
await page.waitForTimeout(500);
await page.locator("main").getByRole("button", { name: /^(Order with obligation to pay|Pay) €/ }).click();
await page.waitForURL(/testpay/);
await page.getByRole("link", { name: "4242 4242 4242 4242" }).click();
await page.getByLabel("Security code").fill("123");
await page.getByLabel("Name on the card").fill("I B");
await page.getByRole("button", { name: /^Pay / }).click();
await page.waitForSelector(".thanks");
await page.waitForTimeout(1500);
await shot(page, "order");
const state = await page.context().storageState();
const order = page.url().replace(/\?paid.*$/, "").replace(/[?&]paid[^&]*/, "");
const path = new URL(page.url()).pathname;
console.log(path);
const links = await page.locator("main a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
console.log(links.join("\n"));
const items = links.find((href) => href?.includes("/items"));

console.log(links.filter((h)=>/orders/.test(h)).join("\n"));
const way = links.find((href) => href?.includes("/delivery")), cancel = links.find((href) => href?.includes("/cancel"));
for (const [lang, scheme, width] of looks) {
  const tag = `${lang}-${scheme}-${width}`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, storageState: state, serviceWorkers: "block", timezoneId: "Europe/Riga" });
  const one = await context.newPage();
  const at = (href) => base + href.replace("/en/", `/${lang}/`);
  await one.goto(at(path)); await one.waitForTimeout(300); await shot(one, `order-${tag}`);
  if (way) {
    await one.goto(at(way)); await shot(one, `way-${tag}`);
    await one.locator("main form input[type=radio]:not(:checked)").first().check().catch((e)=>console.log("no other way"));
    await one.locator("main form button.button").first().click(); await one.waitForTimeout(800); await shot(one, `way-confirm-${tag}`);
  }
  if (cancel) { await one.goto(at(cancel)); await shot(one, `cancel-${tag}`); }
  await one.goto(`${base}/${lang}/c/kitchen?whole=Colour`); await shot(one, `whole-${tag}`);
  await one.goto(`${base}/${lang}/account/sign-in`); await shot(one, `signin-${tag}`);
  await context.close();
}
// The account, by the letter.
await page.goto(base + path);
await page.getByRole("button", { name: "Send me a link" }).click();
await page.waitForTimeout(3000);
await page.goto(`${base}/dev/mail`);
await page.waitForTimeout(500);
await shot(page, "mail");
await page.locator("a", { hasText: /sign|account/i }).first().click();
await page.waitForTimeout(800);
let enter = await page.content();
let link = /https?:\/\/[^"<\s]*account\/enter[^"<\s]*/.exec(enter)?.[0];
for (const frame of page.frames()) link ??= /https?:[^"<\s]*account\/enter[^"<\s]*/.exec((await frame.content()).replaceAll("&#x2f;", "/"))?.[0];
console.log("enter", link);
if (link) {
  await page.goto(link.replaceAll("&amp;", "&")); await shot(page, "enter");
  await page.locator("main form button.button").first().click(); await page.waitForTimeout(800);
  const signed = await page.context().storageState();
  for (const [lang, scheme, width] of looks) {
    const tag = `${lang}-${scheme}-${width}`;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, storageState: signed, serviceWorkers: "block", timezoneId: "Europe/Riga" });
    const one = await context.newPage();
    for (const room of ["", "/passkeys", "/cards"]) {
      await one.goto(`${base}/${lang}/account${room}`); await shot(one, `account${room.replaceAll("/", "-")}-${tag}`);
    }
    await context.close();
  }
}

const desk = await fresh("en", "light", 1280);
await desk.goto(`${base}/desk`);
await desk.locator("input[name=name]").fill("ada"); await desk.locator("input[name=password]").fill("four plain words here");
await desk.locator("form button").first().click(); await desk.waitForTimeout(800);
const number = /orders\/([^/?]+)/.exec(path)[1];
const dstate = await desk.context().storageState();
for (const [scheme, width] of [["light", 1280], ["dark", 390]]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, storageState: dstate, serviceWorkers: "block" });
  const one = await context.newPage();
  for (const [name, href] of [["orders", "/desk/orders"], ["order", `/desk/orders/${number}`], ["rates", `/desk/orders/${number}?rates=1`], ["cancellations", "/desk/cancellations"], ["problems", "/desk/problems"]]) {
    await one.goto(base + href); await one.waitForTimeout(300); await shot(one, `desk-${name}-${scheme}-${width}`);
  }
  await context.close();
}
await browser.close();
