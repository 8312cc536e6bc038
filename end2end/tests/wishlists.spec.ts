// Wish lists: from a page and from the cart, with a note, shared by a link, bought from by somebody else, and told of.
import type { Page } from "@playwright/test";
import { everybodyCanUse } from "./support/axe.ts";
import { cartShown, goods, putInCart } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

/** Puts a thing in the list that was changed last, from its page. */
async function putInList(page: Page, slug: string): Promise<void> {
  await page.goto(`/en/products/${slug}`);
  await awake(page);
  await page.getByRole("button", { name: "Put in a list" }).click();
  await expect(page.locator(".notice.done")).toHaveText("It is in this list now.");
}

test("things are put in a list from their page and from the cart, noted, taken out and brought back", async ({ page }) => {
  await page.goto("/en/lists");
  await expect(page.locator("main")).toContainText("There is no list yet.");
  await everybodyCanUse(page);
  await putInList(page, goods.bowl);
  const list = new URL(page.url()).pathname;
  await putInCart(page, goods.notebook);
  await page.goto("/en/cart");
  await awake(page);
  await page.locator("main").getByRole("button", { name: /^Move to a list/ }).click();
  await expect(page.locator(".notice.done")).toContainText("no longer in the cart");
  expect(new URL(page.url()).pathname).toBe(list);
  await expect(page.locator(".line")).toHaveCount(2);
  await page.locator(".line").first().getByText("Change", { exact: true }).click();
  const form = page.locator(".line").first().locator("form[action='/api/lists/change']");
  await form.getByLabel("Note for yourself").fill("with squares");
  await form.getByLabel("Quantity").fill("3");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".line").first()).toContainText("with squares");
  await expect(page.locator(".line").first()).toContainText("Wanted: 3");
  await page.getByLabel("Name", { exact: true }).fill("For the desk");
  await page.locator("form[action='/api/lists/rename']").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("For the desk");
  await everybodyCanUse(page);
  await page.locator(".line").first().getByRole("button", { name: /^Remove/ }).click();
  await expect(page.locator(".line")).toHaveCount(1);
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect(page.locator(".line").first()).toContainText("with squares");
  await awake(page);
  await page.locator(".line").first().getByRole("button", { name: /^Put in cart/ }).click();
  await expect(cartShown(page).locator(".stepper input[type=number]")).toHaveValue("3");
});

test("whoever has the link sees the list and buys from it, until it is ended", async ({ page, browser, complaints }) => {
  complaints.expect(/404/);
  await putInList(page, goods.twine);
  const list = page.url().split("?")[0];
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.getByLabel("The link").inputValue();
  await everybodyCanUse(page);
  const { javaScriptEnabled, viewport } = test.info().project.use;
  const friend = await (await browser.newContext({ javaScriptEnabled, viewport: viewport ?? undefined, serviceWorkers: "block" })).newPage();
  await friend.goto(link);
  await expect(friend.getByRole("heading", { level: 1 })).toHaveText("A wish list");
  await everybodyCanUse(friend);
  await awake(friend);
  // The page tells its address to nobody; its form is taken for the shop's own all the same.
  await friend.getByRole("button", { name: "Put everything in the cart" }).click();
  await expect(friend).toHaveURL(/\/en\/cart$/);
  await expect(friend.locator("main .line")).toHaveCount(1);
  await friend.goto(link);
  await awake(friend);
  await friend.locator(".line").getByRole("button", { name: /^Put in cart/ }).click();
  await expect(cartShown(friend).locator(".stepper input[type=number]")).toHaveValue("2");
  await page.goto(list);
  await page.getByRole("button", { name: "End the link" }).click();
  await expect(page.locator(".notice.done")).toContainText("Nobody sees the list with it any more.");
  await friend.goto(link);
  await expect(friend.getByRole("heading", { level: 1 })).toHaveText("This link is over");
  await friend.context().close();
});

test("an address that is typed wrong is said so at its field, and a right one is sent a letter", async ({ page }) => {
  await putInList(page, goods.candle);
  await page.getByLabel("E-mail").fill("ilze at home");
  await page.getByRole("button", { name: "Tell me by e-mail" }).click();
  await expect(page.locator("#email-error")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("ilze at home");
  await page.getByLabel("E-mail").fill("ilze@example.com");
  await page.getByRole("button", { name: "Tell me by e-mail" }).click();
  await expect(page.locator("#watch")).toContainText("We have sent a letter to");
  await everybodyCanUse(page);
});
