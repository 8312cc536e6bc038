// The short ways through the checkout, and the way back out of an order.
import { everybodyCanUse } from "./support/axe.ts";
import { buy, goToReview, goods, ilze, putInCart, typeAddress } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

test("a button of a way to pay leads from the product to a review that has only been asked what was missing", async ({ page }) => {
  await page.goto(`/en/products/${goods.candle}`);
  await awake(page);
  await page.locator(".buy-form select").selectOption("2");
  await page.getByRole("button", { name: "Google Pay" }).click();
  await expect(page).toHaveURL(/\/checkout\/address$/);
  await typeAddress(page, ilze);
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await page.getByRole("button", { name: "Continue to review" }).click();
  await expect(page.locator(".answers")).toContainText("Google Pay");
  await expect(page.locator(".checkout-summary")).toContainText("× 2");
});

test("an address that is remembered stands in the next form until it is to be forgotten", async ({ page }) => {
  await putInCart(page, goods.twine);
  await page.goto("/en/checkout/address");
  await typeAddress(page, ilze);
  await page.getByLabel("Remember on this device").check();
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page).toHaveURL(/\/delivery$/);
  await page.goto("/en/orders");
  await expect(page.getByRole("heading", { name: "Remembered addresses" })).toBeVisible();
  await everybodyCanUse(page);
  await page.goto("/en/checkout/address");
  await expect(page.locator("#line1")).toHaveValue(ilze.line1);
  await everybodyCanUse(page);
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(page.getByRole("button", { name: "Forget it" })).toHaveCount(0);
});

test("an order that has not left is cancelled, after one more question", async ({ page }) => {
  await putInCart(page, goods.notebook);
  await goToReview(page, "Bank transfer");
  await page.locator("main").getByRole("button", { name: /^(Order with obligation to pay|Pay) €/ }).click();
  await expect(page).toHaveURL(/\/orders\//);
  await page.getByRole("link", { name: "Cancel this order" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cancel order");
  await everybodyCanUse(page);
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await expect(page.locator(".way-card")).toContainText("Cancelled");
  await expect(page.locator(".timeline")).toContainText("Cancelled by you");
  await expect(page.getByRole("link", { name: "Cancel this order" })).toHaveCount(0);
  await everybodyCanUse(page);
});

test("a checkout whose cart is an order already leads there, and orders nothing twice", async ({ page }) => {
  const number = await buy(page, goods.twine);
  await page.goto("/en/checkout/review");
  await expect(page).toHaveURL(new RegExp(`/orders/${number}\\?already$`));
  await expect(page.getByRole("status").first()).toContainText("Nothing was ordered twice.");
});
