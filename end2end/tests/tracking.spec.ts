// Following: the order's page goes by itself, for whoever holds its link.
import type { Page } from "@playwright/test";
import { buy, cards, goods, goToReview, payWith, placeOrder, putInCart, scripted } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";
import { Wire } from "./support/wire.ts";

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

test("what happened while the connection was lost is there when it is back @script", async ({ page, context, baseURL, complaints }) => {
  complaints.expect(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_SOCKET/);
  await putInCart(page, goods.candle);
  await goToReview(page);
  await placeOrder(page);
  await page.getByRole("link", { name: /without paying/ }).click();
  await expect(page.locator(".way-state")).toHaveText("Waiting for payment");
  const wire = await Wire.to(baseURL!);
  const follower = await context.newPage();
  const opened = follower.waitForResponse(/\/events\?/);
  await follower.goto(page.url().replace(new URL(page.url()).origin, wire.origin));
  await opened;
  await wire.cut();
  await placeOrder(page);
  await payWith(page, cards.pays);
  await expect(page.locator(".way-state")).toHaveText(delivered, { timeout: 20_000 });
  await expect(follower.locator(".way-state")).toHaveText("Waiting for payment");
  await wire.mend();
  await expect(follower.locator(".way-state")).toHaveText(delivered, { timeout: 15_000 });
  await expect(events(follower)).toHaveText(await events(page).allTextContents());
  await wire.cut();
});

test("a page that was told that the shop is away asks again, and goes on @script", async ({ page, context, complaints }) => {
  complaints.expect(/503/);
  let refused = 0;
  await context.route(/\/events\?/, (route) => (refused++ < 2 ? route.fulfill({ status: 503, body: "" }) : route.continue()));
  await bought(page);
  await expect(page.locator(".way-state")).toHaveText(delivered, { timeout: 25_000 });
  await expect(page.locator("html[data-marked]"), "the document was not loaded again").toHaveCount(1);
  expect(refused).toBeGreaterThan(2);
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
  expect((await other.request.get(`${address}/events`)).status()).toBe(404);
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
