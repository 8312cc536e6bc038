// What else a product's page is good for: waiting for a thing, what was seen last, how it is rated.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { everybodyCanUse } from "./support/axe.ts";
import { awake, expect, test } from "./support/shop.ts";

/** The words of a language, from where the shop has them. */
function words(lang: string): (key: string) => string {
  const text = ["catalogue", "checkout"].map((file) => readFileSync(join(import.meta.dirname, `../../app/locales/${lang}/${file}.ftl`), "utf8"));
  return (key) => new RegExp(`^${key} = (.*)$`, "m").exec(text.join("\n"))![1];
}

const seen = (page: Page): Locator => page.locator("#seen");
const cards = (page: Page): Locator => seen(page).locator(".card h3");

/** Opens the page of a variant that is sold out. */
async function soldOut(page: Page, lang: string): Promise<void> {
  await page.goto(`/${lang}/products/pebble-lamp`);
  await page.goto((await page.locator(".option.out").first().getAttribute("href"))!);
  await awake(page);
  await expect(page.locator("#restock")).toBeVisible();
}

for (const lang of ["en", "ar"]) {
  const says = words(lang);

  test(`who waits for a thing says so by the keyboard alone, and a mistake costs nothing, in ${lang}`, async ({ page }) => {
    await soldOut(page, lang);
    await everybodyCanUse(page);
    const field = page.getByLabel(says("label-email"));
    await field.focus();
    await page.keyboard.type("ilze at home");
    await page.keyboard.press("Enter");
    await expect(page).toHaveTitle(new RegExp(`^${says("title-error").replace("{ $title }", ".*")}`));
    await expect(page.locator(".errors")).toBeFocused();
    await expect(page).not.toHaveURL(/ilze/);
    await everybodyCanUse(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("ilze at home");
    await expect(field).toHaveAccessibleDescription(new RegExp(says("error-email-shape").slice(0, 20)));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("ilze@example.com");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: says("restock-wish") })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#restock")).toHaveText(says("restock-kept"));
    await expect(page.locator("#restock")).toBeInViewport();
    await everybodyCanUse(page);
  });

  test(`what was seen last stands at the end of a page until it is forgotten, in ${lang} @script`, async ({ page }) => {
    await page.goto(`/${lang}/products/ridge-mug`);
    await awake(page);
    await expect(seen(page)).toBeHidden();
    const mug = (await page.locator("h1").textContent())!;
    await page.goto(`/${lang}/products/carbon-pan`);
    await awake(page);
    const pan = (await page.locator("h1").textContent())!;
    await expect(cards(page)).toHaveText([mug]);
    await everybodyCanUse(page);
    await page.goto(`/${lang}/`);
    await awake(page);
    await expect(cards(page)).toHaveText([pan, mug]);
    await everybodyCanUse(page);
    await seen(page).getByRole("button", { name: says("seen-forget"), exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(seen(page)).toBeHidden();
    await expect(page.locator("#main")).toBeFocused();
    await expect(page.locator("#announcer")).toHaveText(says("seen-forgotten"));
    await page.reload();
    await awake(page);
    await expect(seen(page)).toBeHidden();
  });
}

test("what was seen follows from page to page, the last one first, without what is open and without moving anything @script", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const shifts: number[] = ((window as unknown as { shifts: number[] }).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const slug of ["ridge-mug", "carbon-pan", "dip-bowl"]) {
    await page.goto(`/en/products/${slug}`);
    await awake(page);
  }
  await expect(cards(page)).toHaveText(["Carbon steel pan", "Ridge mug"].map((name) => new RegExp(name.split(" ").at(-1)!)));
  const first = cards(page).first();
  const name = (await first.textContent())!;
  await first.locator("a").click();
  await expect(page.locator("h1")).toHaveText(name);
  await expect(cards(page)).toHaveText([/bowl/i, /mug/i]);
  await page.locator(".mark").first().click();
  await expect(page.locator("h1")).not.toHaveText(name);
  await expect(cards(page)).toHaveText([/pan/i, /bowl/i, /mug/i]);
  await page.goBack();
  await expect(page.locator("h1")).toHaveText(name);
  await expect(cards(page)).toHaveText([/bowl/i, /mug/i]);
  const moved = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0));
  expect(moved).toBeLessThan(0.02);
});

test("the shop's books and cookies hear nothing of what was seen @script", async ({ page }) => {
  await page.goto("/en/products/ridge-mug");
  await awake(page);
  const before = (await page.context().cookies()).map((cookie) => cookie.name).sort();
  await page.goto("/en/products/carbon-pan");
  await awake(page);
  await expect(cards(page)).toHaveCount(1);
  expect((await page.context().cookies()).map((cookie) => cookie.name).sort()).toEqual(before);
  expect(await page.evaluate(() => localStorage.getItem("seen"))).toMatch(/^\d+\n\d+$/);
});

test("a thing that is gone, or that nobody can read, is not shown among what was seen @script", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("seen", "999999\n<b>\n\n-1\nzwölf"));
  await page.goto("/en/");
  await awake(page);
  await page.waitForLoadState("networkidle");
  await expect(seen(page)).toBeHidden();
});

test("the stars beside the price lead to where they are told", async ({ page }) => {
  await page.goto("/en/products/ridge-mug");
  await awake(page);
  const stars = page.locator(".stars-link");
  const told = (await stars.locator(".unseen").textContent())!;
  await stars.click();
  await expect(page).toHaveURL(/#reviews$/);
  await expect(page.locator("#reviews")).toBeInViewport();
  await expect(page.locator("#reviews")).toContainText(told);
});
