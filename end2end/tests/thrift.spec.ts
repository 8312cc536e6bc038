// Who saves data: smaller pictures, and nothing that was not asked for.
import { goods } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

test.use({ extraHTTPHeaders: { "Save-Data": "on" } });

test("pictures are small, and no font is loaded before the rest", async ({ page }) => {
  await page.goto("/en/");
  await expect(page.locator("link[rel=preload]")).toHaveCount(0);
  await page.goto(`/en/products/${goods.bowl}`);
  await awake(page);
  await expect(page.locator("html")).toHaveAttribute("data-thrifty", "");
  await expect(page.locator("link[rel=preload]")).toHaveCount(0);
});

test("nothing is asked for before it is wanted, and links lead on as ever @script", async ({ page }) => {
  await page.goto("/en/");
  await awake(page);
  const link = page.locator("main a[href*='/products/']").first();
  const address = (await link.getAttribute("href"))!;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await link.scrollIntoViewIfNeeded();
  await link.hover();
  await page.waitForTimeout(300);
  expect(asked).not.toContain(new URL(address, page.url()).pathname);
  await link.click();
  await expect(page).toHaveURL(new RegExp(address.split("?")[0]));
});
