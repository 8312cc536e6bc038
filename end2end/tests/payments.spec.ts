// Ways to pay: what fits the country, and paying an order that waits for its money.
import { goToReview, goods, putInCart, thanked } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

test("a transfer shows the account, another way pays after all", async ({ page }) => {
  await putInCart(page, goods.twine);
  await goToReview(page, "Bank transfer");
  await expect(page.locator(".answers")).toContainText("Bank transfer");
  await page.locator(".pay").click();
  await expect(page).toHaveURL(/\/orders\//);
  await expect(page.locator(".paying")).toContainText("LV80 BANK 0000 4351 9500 1");
  await page.getByText("Pay in another way").click();
  await page.getByRole("radio", { name: /^PayPal/ }).check();
  await page.getByRole("button", { name: "Pay this way" }).click();
  await expect(page).toHaveURL(/\/testpay\//);
  await page.getByRole("button", { name: /^Pay €/ }).click();
  await thanked(page);
  // It is taken when the parcel leaves, which here may be at once.
  await expect(page.getByRole("region", { name: "Payment" })).toContainText(/is reserved \(PayPal\)|paid: PayPal/);
});

test("money that a bank brings is on the page as soon as it is there @script", async ({ page, context }) => {
  await putInCart(page, goods.twine);
  await goToReview(page, "Bank transfer");
  await page.locator(".pay").click();
  await expect(page).toHaveURL(/\/orders\//);
  await awake(page);
  const bank = await context.newPage();
  await bank.goto((await page.locator(".paying a[href*=testpay]").getAttribute("href"))!);
  await bank.getByRole("button", { name: "Half of it comes" }).click();
  await expect(page.locator(".paying")).toContainText("is still missing.");
  await bank.goto((await page.locator(".paying a[href*=testpay]").getAttribute("href"))!);
  await bank.getByRole("button", { name: "The money comes" }).click();
  await expect(page.locator(".paying")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Payment" })).toContainText("Bank transfer");
});
