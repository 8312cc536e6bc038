// An order of two parcels: each with its own way and map, the day in a calendar, and what can be wished on the way.
import type { Page } from "@playwright/test";
import { everybodyCanUse } from "./support/axe.ts";
import { buy, cards, goods, goToReview, payWith, placeOrder, putInCart, scripted, thanked } from "./support/buying.ts";
import { type NamedShop, namedShop } from "./support/named.ts";
import { awake, expect, test } from "./support/shop.ts";

// The parcels of the shop the other tests look at arrive in seconds; these leave time to wish something of them on their way.
let opened: Promise<NamedShop> | undefined;
const open = () => (opened ??= namedShop({ CARTWRIGHT_CARRIER_SPEED: "20000" }));
test.use({ baseURL: async ({}, use) => use((await open()).url) });
test.beforeEach(async ({ context }) =>
  context.addCookies([{ name: "prefs", value: "en.LV.EUR", url: (await open()).url, httpOnly: true, sameSite: "Lax" }]),
);
test.afterAll(async () => (await opened)?.close());

/** A crate fills a parcel of SimCarrier's by itself. */
const crate = "slat-crate";

/** Two of it, to another town than the shop's: a way within a town is no journey. */
async function boughtTwo(page: Page): Promise<string> {
  await putInCart(page, crate, 2);
  await goToReview(page, "Card", { postcode: "LV-3401", city: "Liepāja" });
  await placeOrder(page);
  await payWith(page, cards.pays);
  return thanked(page);
}

/** The order's page as it is now: with script it goes by itself. */
async function lookAgain(page: Page): Promise<void> {
  if (scripted()) return;
  await page.reload();
  await awake(page);
}

test("two parcels of one order are followed one by one", async ({ page }) => {
  test.slow();
  await boughtTwo(page);
  await expect(async () => {
    await lookAgain(page);
    await expect(page.getByRole("heading", { name: "Parcel 2 of 2" })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  for (const at of [1, 2]) {
    const parcel = page.getByRole("article", { name: `Parcel ${at} of 2` });
    await expect(parcel.getByText("1 × Slat crate")).toBeVisible();
    await expect(parcel).toContainText(/SC\d{11}/);
  }
  await expect(async () => {
    await lookAgain(page);
    await expect(page.getByRole("article", { name: "Parcel 1 of 2" }).locator("svg")).toBeVisible({ timeout: 1_000 });
    await expect(page.getByRole("article", { name: "Parcel 2 of 2" }).locator("svg")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  await everybodyCanUse(page);
});

test("the day it comes goes into a calendar", async ({ page }) => {
  await buy(page, goods.candle);
  const link = page.getByRole("link", { name: /calendar/i });
  const answer = await page.request.get((await link.getAttribute("href"))!);
  expect(answer.headers()["content-type"]).toContain("text/calendar");
  expect(await answer.text()).toContain("BEGIN:VEVENT");
});

test("what is wished on the way is asked for, and after it has arrived it stays as it is", async ({ page }) => {
  test.slow();
  await boughtTwo(page);
  const link = page.getByRole("link", { name: "Change this delivery" }).first();
  await expect(async () => {
    if (!(await link.isVisible())) await lookAgain(page);
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  const address = (await link.getAttribute("href"))!;
  await page.goto(address);
  await awake(page);
  await expect(page.getByRole("heading", { name: "Send it to a pickup point" })).toBeVisible();
  await page.getByLabel("Which pickup point?").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Send it there" }).click();
  await expect(page.getByText("Your wish is on its way.")).toBeVisible();
  await expect(page.locator(".wished")).toContainText("To the pickup point");
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This delivery stays as it is", { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await everybodyCanUse(page);
});
