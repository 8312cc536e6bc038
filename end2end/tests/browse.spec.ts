// Looking around: first page, lists, a product and its variants.
import { everybodyCanUse } from "./support/axe.ts";
import { cents, scripted } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

test("the first page says where one is, and anybody can use it", async ({ page }) => {
  await page.goto("/");
  await awake(page);
  await expect(page).toHaveURL(/\/en\/$/);
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await everybodyCanUse(page);
});

test("the first page leads to a thing and its price", async ({ page }) => {
  await page.goto("/en/");
  const link = page.locator("main a[href*='/products/']").first();
  const address = await link.getAttribute("href");
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("main")).toContainText(/€\d/);
});

test("every island of a page is in the program it loads @script", async ({ page }) => {
  for (const address of ["/en/", "/en/cart"]) {
    await page.goto(address);
    await awake(page);
    const missing = await page.evaluate(async () => {
      const boot = document.querySelector<HTMLScriptElement>("script[src$='/boot.js']")!.src;
      const program = await import(boot.replace("boot.js", "cartwright.js"));
      const named = [...document.querySelectorAll<HTMLElement>("leptos-island")].map((island) => island.dataset.component!);
      return { named: named.length, missing: named.filter((name) => !(name in program)) };
    });
    expect(missing.named).toBeGreaterThan(0);
    expect(missing.missing).toEqual([]);
  }
});

test("a category leads to its parts, and its list comes in the order asked for", async ({ page }) => {
  await page.goto("/en/c/kitchen");
  await awake(page);
  await page.getByRole("link", { name: "Price, low first" }).click();
  await expect(page).toHaveURL(/sort=price$/);
  await expect(page.getByRole("link", { name: "Price, low first" })).toHaveAttribute("aria-current", "true");
  const prices = (await page.locator(".card .price-now").allTextContents()).map(cents);
  expect(prices.length).toBeGreaterThan(3);
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  const part = page.locator(".list-head .chip").nth(1);
  const name = await part.textContent();
  await part.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name!);
  const count = Number.parseInt((await page.locator(".count").textContent()) ?? "", 10);
  await expect(page.locator(".card")).toHaveCount(count);
});

test("a colour changes picture, price line and address, and the page stays where it is", async ({ page }) => {
  await page.goto("/en/products/ridge-mug");
  await awake(page);
  const options = page.locator("#choice-0 + ul .option:not([aria-current]):not(.out)");
  const wanted = options.first();
  const [href, name] = [await wanted.getAttribute("href"), await wanted.locator(".option-name").textContent()];
  const picture = page.locator("#view-1 img");
  const before = await picture.getAttribute("src");
  await page.evaluate(() => scrollTo({ top: 150, behavior: "instant" }));
  const scrolled = await page.evaluate(() => scrollY);
  await wanted.click();
  await expect(page).toHaveURL(new RegExp(`${href!.replace("?", "\\?")}$`));
  await expect(page.locator("#choice-0 strong")).toHaveText(name!);
  await expect(picture).not.toHaveAttribute("src", before!);
  if (scripted()) {
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await expect(page.locator(".option[aria-current]").first()).toBeFocused();
  }
});

test("a larger size costs what its own price says", async ({ page }) => {
  await page.goto("/en/products/lane-rug");
  await awake(page);
  const price = page.locator(".buy-price .price-now");
  const small = cents(await price.textContent());
  const last = page.locator("#choice-1 + ul .option").last();
  const size = await last.locator(".option-name").textContent();
  await last.click();
  await expect(page.locator("#choice-1 strong")).toHaveText(size!);
  expect(cents(await price.textContent())).toBeGreaterThan(small);
});

test("what is sold out stands there struck and explained, and cannot be bought", async ({ page }) => {
  await page.goto("/en/products/pebble-lamp");
  await awake(page);
  const out = page.locator(".option.out").first();
  await expect(out).toBeVisible();
  await expect(out.locator(".option-name")).toHaveCSS("text-decoration-line", "line-through");
  await expect(out).toHaveAccessibleName(/sold out/);
  await out.click();
  await expect(page.getByText("This one is sold out.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Put in cart" })).toHaveCount(0);
  await page.locator(".option:not(.out)").first().click();
  await expect(page.getByRole("button", { name: "Put in cart" })).toBeVisible();
});

test("a thumbnail moves the gallery, and the page stays where it is", async ({ page }) => {
  await page.goto("/en/products/ridge-mug");
  await awake(page);
  const second = page.locator("#view-2");
  await expect(second).not.toBeInViewport({ ratio: 0.5 });
  await page.getByRole("link", { name: "Show picture 2" }).click();
  await expect(second).toBeInViewport({ ratio: 0.5 });
  await expect(page.locator(".gallery-views")).toBeInViewport({ ratio: 0.9 });
});

test("every picture of the first pages is there", async ({ page }) => {
  for (const address of ["/en/", "/en/c/table", "/en/products/ridge-mug"]) {
    await page.goto(address);
    const pictures = await page.locator("img").evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLImageElement).src))]);
    expect(pictures.length).toBeGreaterThan(0);
    for (const src of pictures) expect((await page.request.get(src)).status(), src).toBe(200);
  }
});

test("help says what it costs to have things sent", async ({ page }) => {
  await page.goto("/en/");
  await page.locator(".footer").getByRole("link", { name: "Delivery" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Delivery");
  await expect(page.locator("main")).toContainText("€3.50");
});
