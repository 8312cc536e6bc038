// From page to page with the script: the document stays, and everything a browser does itself stays the browser's.
import type { Page } from "@playwright/test";
import { goods, putInCart } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

const kitchen = /\/en\/c\/kitchen$/;

/** Marks the document, so that a whole load is seen: a new document has no mark. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-marked", ""));
}

async function sameDocument(page: Page): Promise<boolean> {
  return (await page.locator("html[data-marked]").count()) === 1;
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await awake(page);
  await mark(page);
}

/** Puts a link into the page, first thing in it. */
async function inject(page: Page, html: string): Promise<void> {
  await page.locator("main").evaluate((main, text) => main.insertAdjacentHTML("afterbegin", `<p>${text}</p>`), html);
}

function toKitchen(page: Page) {
  return page.locator(".menu").getByRole("link", { name: "Kitchen" });
}

test("a link brings the next page into the same document, says it and takes the keyboard there @script", async ({ page }) => {
  await putInCart(page, goods.bowl, 2);
  await page.keyboard.press("Escape");
  await mark(page);
  await toKitchen(page).click();
  await expect(page).toHaveURL(kitchen);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText("Kitchen");
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(/^Kitchen · /);
  const count = await page.locator(".count").textContent();
  await expect(page.locator("#announcer")).toHaveText(`${await page.title()} ${count}`);
  await expect(page.locator(".badge-count")).toHaveText("2");
  await expect(toKitchen(page)).toHaveAttribute("aria-current", "page");
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await sameDocument(page)).toBe(true);
});

test("what lives on the next page is awake there @script", async ({ page }) => {
  await open(page, "/en/c/table");
  await page.locator(".card:not(:has(.badge.out)) h3 a").first().click();
  await page.getByRole("button", { name: "Put in cart" }).click();
  await expect(page.getByRole("dialog", { name: "Cart" }).locator(".line")).toHaveCount(1);
  expect(await sameDocument(page)).toBe(true);
});

test("Back leads to where one was, on the page and in the document @script", async ({ page }) => {
  await open(page, "/en/");
  const card = page.locator("section[aria-labelledby=new] .card h3 a").first();
  await card.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(300);
  await card.click();
  await expect(page).toHaveURL(/\/products\//);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page.locator(".rooms")).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  await page.goForward();
  await expect(page.locator(".buy")).toBeVisible();
  expect(await sameDocument(page)).toBe(true);
});

test("the link clicked last is the page that comes, whichever answers first @script", async ({ page }) => {
  await open(page, "/en/");
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/en\/c\/kitchen$/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await toKitchen(page).click();
  await page.locator(".menu").getByRole("link", { name: "Table" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Table");
  const late = page.waitForResponse(/\/en\/c\/kitchen$/);
  answer();
  await (await late).finished();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Table");
  await expect(page).toHaveURL(/\/en\/c\/table$/);
});

test("a link into the page stays the browser's @script", async ({ page }) => {
  await open(page, "/en/");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await inject(page, `<a href="#new">Down</a>`);
  await page.getByRole("link", { name: "Down" }).click();
  await expect(page).toHaveURL(/\/en\/#new$/);
  await expect(page.locator("#new")).toBeInViewport();
  expect(await sameDocument(page)).toBe(true);
  expect(asked.filter((url) => url.endsWith("/en/"))).toEqual([]);
});

test("the skip link leads to the content @script", async ({ page }) => {
  await open(page, "/en/c/kitchen");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("a download is downloaded @script", async ({ page }) => {
  await open(page, "/en/");
  await inject(page, `<a href="/en/help/returns" download="returns.html">Save</a>`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save" }).click();
  expect((await download).suggestedFilename()).toBe("returns.html");
  await expect(page).toHaveURL(/\/en\/$/);
});

test("a link to elsewhere leaves the shop @script", async ({ page, context }) => {
  await context.route("http://elsewhere.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Elsewhere</h1>" }));
  await open(page, "/en/");
  await inject(page, `<a href="http://elsewhere.example/en/">Away</a>`);
  await page.getByRole("link", { name: "Away" }).click();
  await expect(page.getByRole("heading", { name: "Elsewhere" })).toBeVisible();
});

test("a form is sent by the browser @script", async ({ page }) => {
  await open(page, "/en/");
  await inject(page, `<form action="/en/c/kitchen"><button name="sort" value="price">Send</button></form>`);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page).toHaveURL(/\/en\/c\/kitchen\?sort=price$/);
  expect(await sameDocument(page)).toBe(false);
});

test("a click with Ctrl and a link with a target open a tab of their own @script", async ({ page, context }) => {
  await open(page, "/en/");
  const first = context.waitForEvent("page");
  await toKitchen(page).click({ modifiers: ["ControlOrMeta"] });
  await expect(await first).toHaveURL(kitchen);
  await inject(page, `<a href="/en/c/table" target="_blank">Beside</a>`);
  const second = context.waitForEvent("page");
  await page.getByRole("link", { name: "Beside" }).click();
  await expect(await second).toHaveURL(/\/en\/c\/table$/);
  await expect(page).toHaveURL(/\/en\/$/);
  expect(await sameDocument(page)).toBe(true);
});

test("a new release of the shop is loaded whole @script", async ({ page }) => {
  await open(page, "/en/");
  await page.route(/\/en\/c\/kitchen$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/data-pkg="[^"]*"/, `data-pkg="pkg-next"`) });
  });
  await toKitchen(page).click();
  await expect(page).toHaveURL(kitchen);
  await expect(page.locator("body")).toHaveAttribute("data-pkg", "pkg-next");
  expect(await sameDocument(page)).toBe(false);
  await page.goBack();
  await expect(page.locator(".rooms")).toBeVisible();
});

test("the checkout has its own header and is loaded whole @script", async ({ page }) => {
  await putInCart(page, goods.bowl);
  await mark(page);
  await page.getByRole("link", { name: "Check out as a guest" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where does it go?");
  expect(await sameDocument(page)).toBe(false);
});

test("where the fetch fails the browser loads the page itself @script", async ({ page, complaints }) => {
  complaints.expect(/ERR_FAILED/);
  await open(page, "/en/");
  await page.route(/\/en\/c\/kitchen$/, (route) => (route.request().resourceType() === "fetch" ? route.abort() : route.continue()));
  await toKitchen(page).click();
  await expect(page).toHaveURL(kitchen);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kitchen");
  expect(await sameDocument(page)).toBe(false);
});

test("a link the pointer rests on is asked for once, and the click uses it @script", async ({ page }) => {
  await open(page, "/en/");
  const asked: string[] = [];
  page.on("request", (request) => void (kitchen.test(request.url()) && asked.push(request.url())));
  await toKitchen(page).hover();
  await expect.poll(() => asked.length).toBe(1);
  await toKitchen(page).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kitchen");
  expect(asked.length).toBe(1);
});

test("a page that is not there is shown as such, in the same document @script", async ({ page, complaints }) => {
  complaints.expect(/404/);
  await open(page, "/en/");
  await inject(page, `<a href="/en/products/no-such-thing">Gone</a>`);
  await page.getByRole("link", { name: "Gone" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  await page.goBack();
  await expect(page.locator(".rooms")).toBeVisible();
});

test("who looks around does not load the sheet of orders, which is there before an order is shown @script", async ({ page }) => {
  await open(page, "/en/");
  const sheet = page.locator("link[rel=stylesheet][href$='/buying.css']");
  await expect(sheet).toHaveCount(0);
  const before = await page.evaluate(() => {
    const seen = new MutationObserver(() => {
      const order = document.querySelector("main .order-cards");
      if (order) document.documentElement.dataset.sheets ??= String([...document.styleSheets].filter((sheet) => sheet.href?.endsWith("/buying.css")).length);
    });
    seen.observe(document, { subtree: true, childList: true });
    return document.styleSheets.length;
  });
  expect(before).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Orders" }).first().click();
  await expect(page).toHaveURL(/\/en\/orders$/);
  await expect(sheet).toHaveCount(1);
  expect(await sameDocument(page)).toBe(true);
  expect(await page.locator("html").getAttribute("data-sheets"), "the sheet was there when the page was").toBe("1");
});
