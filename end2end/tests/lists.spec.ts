// Lists narrowed by what goods are like.
import { everybodyCanUse } from "./support/axe.ts";
import { cents } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

/** The number in a text, in whichever digits; one is often said in words. */
function counted(text: string | null): number {
  const western = text?.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return Number.parseInt(western?.match(/\d+/)?.[0] ?? "1", 10);
}

for (const lang of ["en", "ar", "th"]) {
  test(`goods are narrowed by the form and by its chips, in ${lang}`, async ({ page }) => {
    await page.goto(`/${lang}/c/kitchen`);
    await awake(page);
    const all = counted(await page.locator(".count").textContent());
    await page.locator(".narrow summary").click();
    const box = page.locator(".narrow input[name^='is.']:enabled").first();
    const name = (await box.getAttribute("name"))!;
    const says = counted(await box.locator("xpath=ancestor::label").locator(".how-many").textContent());
    await everybodyCanUse(page);
    await box.check();
    await page.locator(".narrow button").click();
    await expect(page).toHaveURL((url) => url.searchParams.has(name) && ![...url.searchParams.values()].includes(""));
    await expect(page.locator(".card")).toHaveCount(Math.min(says, 24));
    expect(says).toBeLessThanOrEqual(all);
    await expect(page.locator("#chosen li")).toHaveCount(2);
    await everybodyCanUse(page);
    await page.locator("#chosen .chosen").click();
    await expect(page).toHaveURL(new RegExp(`/${lang}/c/[^?]+$`));
    await expect(page.locator("#chosen")).toHaveCount(0);
  });
}

test("a price is asked for with the keyboard alone", async ({ page }) => {
  await page.goto("/en/c/kitchen");
  await awake(page);
  await page.locator(".narrow summary").focus();
  await page.keyboard.press("Enter");
  const most = page.getByLabel("To", { exact: true });
  await most.focus();
  await page.keyboard.type("60");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/c\/kitchen\?most=60$/);
  await expect(page.locator("#chosen .chosen")).toHaveCount(1);
  const prices = (await page.locator(".card .price-now").allTextContents()).map(cents);
  expect(prices.length).toBeGreaterThan(0);
  expect(Math.max(...prices)).toBeLessThanOrEqual(6000);
});

test("more is added to a list by the keyboard, and Back comes to the same goods at the same place @script", async ({ page }) => {
  await page.goto("/en/search?q=the");
  await awake(page);
  await expect(page.locator(".card")).toHaveCount(24);
  await page.getByRole("link", { name: "Show more" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".card")).toHaveCount(48);
  await expect(page).toHaveURL(/page=1-2/);
  await expect(page.locator(".card").nth(24).locator("a").first()).toBeFocused();
  await expect(page.locator("#announcer")).not.toBeEmpty();
  const names = await page.locator(".card h3").allTextContents();
  const card = page.locator(".card h3 a").nth(30);
  await card.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await card.click();
  await expect(page).toHaveURL(/\/products\//);
  await page.goBack();
  await expect(page.locator(".card")).toHaveCount(48);
  expect(await page.locator(".card h3").allTextContents()).toEqual(names);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
});

test("without more being added, a list has pages", async ({ page }) => {
  await page.goto("/en/search?q=the&page=2");
  await awake(page);
  await expect(page.locator(".card")).toHaveCount(24);
  await expect(page.getByRole("link", { name: "Show more" })).toHaveAttribute("href", /page=3/);
  await everybodyCanUse(page);
});

test("how many things a filter leaves is said @script", async ({ page }) => {
  await page.goto("/en/c/kitchen");
  await awake(page);
  await page.locator(".promoted a").first().click();
  await expect(page).toHaveURL(/\?/);
  await expect(page.locator("#announcer")).toContainText((await page.locator(".count").textContent())!);
});
