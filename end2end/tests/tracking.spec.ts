// Following: the order's page goes by itself, for whoever holds its link.
import type { Page } from "@playwright/test";
import { buy, goods, scripted } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

const delivered = "Delivered";

/** The same page as anybody with its link sees it now, whatever the tab under test knows. */
async function truth(address: string): Promise<string> {
  return (await fetch(address)).text();
}

function events(page: Page) {
  return page.locator(".timeline .event-what");
}

/** Opened before anything else is done, so that the mark is on the page that was answered. */
async function bought(page: Page): Promise<string> {
  const number = await buy(page, goods.candle);
  if (scripted()) await page.evaluate(() => document.documentElement.setAttribute("data-marked", ""));
  return number;
}

test("the page of an order goes from packing to delivered by itself @script", async ({ page }) => {
  await bought(page);
  await expect(page.locator(".way-state")).toHaveText(delivered, { timeout: 20_000 });
  await expect(events(page)).toContainText([delivered, "In the van for delivery", "Picked up by the carrier", "Packed, label made"]);
  await expect(page.locator(".way-line li.reached")).toHaveCount(5);
  await expect(page.locator(".live")).toHaveCount(0);
  await expect(page.locator("html[data-marked]"), "the document was not loaded again").toHaveCount(1);
});

test("what happened while the connection was lost is there when it is back @script", async ({ page, context, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  await bought(page);
  const seen = await events(page).count();
  await context.setOffline(true);
  await expect.poll(() => truth(page.url()), { timeout: 20_000 }).toContain(`<p class="way-state">${delivered}`);
  await expect(page.locator(".way-state")).not.toHaveText(delivered);
  await context.setOffline(false);
  await expect(page.locator(".way-state")).toHaveText(delivered, { timeout: 15_000 });
  expect(await events(page).count()).toBeGreaterThan(seen + 2);
  await expect(page.locator("html[data-marked]")).toHaveCount(1);
});

test("without script the page asks the browser to look again", async ({ page }) => {
  await bought(page);
  const html = await truth(page.url());
  if (!html.includes(`<p class="way-state">${delivered}`)) expect(html).toContain(`<meta http-equiv="refresh" content="20">`);
  await expect.poll(() => truth(page.url()), { timeout: 20_000 }).toContain(`<p class="way-state">${delivered}`);
  expect(await truth(page.url()), "there is no more to wait for").not.toContain("http-equiv");
  await page.reload();
  await expect(page.locator(".way-state")).toHaveText(delivered);
});

test("an order is shown to this browser and to whoever holds its link, and to nobody else", async ({ page, browser, baseURL, complaints }) => {
  complaints.expect(/404/);
  const number = await bought(page);
  const withKey = page.url();
  const javaScriptEnabled = scripted();
  const other = await browser.newContext({ baseURL, javaScriptEnabled });
  const stranger = await other.newPage();
  const address = new URL(withKey).pathname;
  expect((await stranger.goto(address))!.status()).toBe(404);
  await expect(stranger.locator("main")).not.toContainText(number);
  expect((await stranger.goto(`${address}?key=${"0".repeat(43)}`))!.status()).toBe(404);
  expect((await stranger.goto(`${address}/events`))!.status()).toBe(404);
  await stranger.goto("/en/orders");
  await expect(stranger.locator("main")).toContainText("No orders from this browser yet.");
  expect((await stranger.goto(withKey))!.status()).toBe(200);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(`Order ${number}`);
  await other.close();
  await page.goto("/en/orders");
  await page.getByRole("link", { name: `Order ${number}` }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Order ${number}`);
});

test("the page of an order is left and the next page is quiet @script", async ({ page }) => {
  await bought(page);
  await page.locator(".footer").getByRole("link", { name: "Returns" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Returns");
  await page.goBack();
  await awake(page);
  await expect(page.locator(".way-state")).toHaveText(delivered, { timeout: 20_000 });
});
