// The desk, where staff look after the goods: plain pages, with and without script.
import { everybodyCanUse } from "./support/axe.ts";
import { signIn, takeIn } from "./support/desk.ts";
import { expect, test } from "./support/shop.ts";

// A photo of one red pixel.
const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");

test("a product is added, shown, mistyped, mended, photographed and changed", async ({ page, browser }) => {
  await signIn(page, takeIn(), "/desk/catalogue/products/new");
  await everybodyCanUse(page);
  const name = `Tray ${Math.random().toString(36).slice(2, 8)}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Price", { exact: true }).first().fill("a lot");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Type a price" })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await everybodyCanUse(page);
  await page.getByLabel("Price", { exact: true }).first().fill("39,50");
  await page.getByLabel("On the shelf", { exact: true }).first().fill("4");
  await page.getByLabel("Shown", { exact: true }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText("Saved. It is in the shop now.");
  const shopper = await browser.newPage();
  const address = (await page.getByRole("link", { name: "See it in the shop" }).getAttribute("href"))!;
  await shopper.goto(new URL(address, page.url()).href);
  await expect(shopper.locator(".buy")).toContainText("€39.50");
  await page.locator("#files").setInputFiles([
    { name: "tray.png", mimeType: "image/png", buffer: dot },
    { name: "evil.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg viewBox='0 0 8 8'><script>alert(1)</script></svg>") },
  ]);
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByRole("alert")).toContainText("evil.svg");
  await page.getByLabel("What it shows").fill("A red tray");
  await page.getByRole("button", { name: "Save the pictures" }).click();
  await shopper.reload();
  await expect(shopper.locator(".gallery img[alt='A red tray']").first()).toBeVisible();
  await page.getByLabel("Price", { exact: true }).first().fill("35");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await shopper.reload();
  await expect(shopper.locator(".buy")).toContainText("€35.00");
  await expect(page.locator(".desk-table").last()).toContainText("39.50");
  await shopper.close();
});

for (const lang of ["en", "ar"]) {
  test(`every page of the desk can be used by everybody, in ${lang}`, async ({ page, context, baseURL }) => {
    // Ten pages, each looked at by axe, which without script opens a browser of its own.
    test.slow();
    const own = { name: "prefs", value: `${lang}.LV.EUR`, url: baseURL! };
    await context.addCookies([own]);
    const name = takeIn();
    await page.goto("/desk");
    await expect(page).toHaveURL(/\/desk\/sign-in/);
    await everybodyCanUse(page);
    await signIn(page, name, "/desk/catalogue");
    for (const path of [
      "/desk/catalogue", "/desk/catalogue/products/1", "/desk/catalogue/products/1/lv", "/desk/catalogue/categories",
      "/desk/catalogue/categories/kitchen", "/desk/catalogue/categories/kitchen/de", "/desk/catalogue/synonyms/en", "/desk/log",
    ]) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), `${path} fits`).toBe(true);
      await everybodyCanUse(page);
    }
    await page.locator("form[action='/api/desk/sign-out'] button").click();
    await page.goto("/desk/log");
    await expect(page).toHaveURL(/\/desk\/sign-in/);
  });
}
