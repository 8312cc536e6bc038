// Looking around: the first page, as everybody meets it.
import { everybodyCanUse } from "./support/axe.ts";
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
