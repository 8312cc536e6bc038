// Buying: from the first page to the confirmation, and what may go wrong on the way.
import {
  buy, cards, cartShown, cents, goods, goToReview, ilze, ordersListed, payWith, placeOrder, putInCart, scripted, thanked, typeAddress,
} from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

test("a guest buys from the first page to the confirmation", async ({ page }) => {
  await page.goto("/");
  await awake(page);
  await page.locator(".rooms a").first().click();
  await expect(page).toHaveURL(/\/c\//);
  await page.locator(".card:not(:has(.badge.out)) h3 a").first().click();
  await expect(page).toHaveURL(/\/products\//);
  const name = await page.locator("h1").textContent();
  await page.getByRole("button", { name: "Put in cart" }).click();
  const cart = cartShown(page);
  await expect(cart.locator(".line")).toContainText(name!);
  await cart.getByRole("link", { name: "Check out as a guest" }).click();
  await expect(page).toHaveURL(/\/checkout\/address$/);
  await goToReview(page);
  await expect(page.locator(".answers")).toContainText("Brīvības iela 12");
  const total = cents(await page.locator(".pay").textContent());
  await placeOrder(page);
  await expect(page.locator("main")).toContainText(`€${(total / 100).toFixed(2)}`);
  await payWith(page, cards.pays);
  const number = await thanked(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Order ${number}`);
  await expect(page.locator(".items")).toContainText(name!);
  expect(cents(await page.locator(".items .total dd").textContent())).toBe(total);
  await expect(page.locator(".timeline")).toContainText("Payment confirmed");
});

test("after buying, the cart is empty and the next thing goes into a new one", async ({ page }) => {
  await buy(page, goods.twine);
  await page.goto("/en/cart");
  await expect(page.locator("main")).toContainText("Nothing in here yet.");
  await putInCart(page, goods.candle);
  await expect(cartShown(page).locator(".line")).toHaveCount(1);
});

test("a declined card takes nothing and another one pays", async ({ page, complaints }) => {
  complaints.expect(/40[02]|422/);
  await putInCart(page, goods.twine);
  await goToReview(page);
  await placeOrder(page);
  await payWith(page, cards.declined);
  await expect(page.getByRole("alert")).toContainText("declined this payment. Nothing was taken.");
  await payWith(page, cards.pays);
  await thanked(page);
  await expect(page.getByText("Payment confirmed")).toHaveCount(1);
});

test("who comes back from the provider without paying can pay again", async ({ page }) => {
  await putInCart(page, goods.twine);
  await goToReview(page);
  await placeOrder(page);
  await page.getByRole("link", { name: /without paying/ }).click();
  await expect(page.locator(".notice")).toContainText("You came back without paying.");
  await awake(page);
  await placeOrder(page);
  await payWith(page, cards.pays);
  await thanked(page);
  await expect(await ordersListed(page)).toHaveCount(1);
});

test("a bank that asks first is answered, no and then yes", async ({ page, complaints }) => {
  complaints.expect(/40[02]|422/);
  await putInCart(page, goods.twine);
  await goToReview(page);
  await placeOrder(page);
  await payWith(page, cards.asksOwner);
  await page.getByRole("button", { name: "Do not pay" }).click();
  await expect(page.getByRole("alert")).toContainText("You did not approve the payment.");
  await payWith(page, cards.asksOwner);
  await page.getByRole("button", { name: "Approve the payment" }).click();
  await thanked(page);
});

for (const story of ["toldTwice", "neverTold"] as const) {
  test(`a payment the shop is ${story === "toldTwice" ? "told of twice" : "never told of"} is received once @script`, async ({ page }) => {
    await putInCart(page, goods.twine);
    await goToReview(page);
    await placeOrder(page);
    await payWith(page, cards[story]);
    await thanked(page);
    await page.reload();
    await expect(page.getByText("Payment confirmed")).toHaveCount(1);
  });
}

test("what was typed survives an error, the Back button and a reload", async ({ page }) => {
  await putInCart(page, goods.twine);
  await page.goto("/en/checkout/address");
  await typeAddress(page, { ...ilze, postcode: "" });
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page.locator("#line1")).toHaveValue(ilze.line1);
  await typeAddress(page, { postcode: ilze.postcode });
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page).toHaveURL(/\/checkout\/delivery$/);
  await page.goto("/en/checkout/address");
  await page.reload();
  for (const [field, text] of Object.entries(ilze)) await expect(page.locator(`#${field}`)).toHaveValue(text);
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await page.getByRole("radio", { name: /Express/ }).check();
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(page).toHaveURL(/\/checkout\/payment$/);
  await page.goBack();
  await expect(page.getByRole("radio", { name: /Express/ })).toBeChecked();
  await page.goBack();
  await expect(page.locator("#name")).toHaveValue(ilze.name);
});

test("what is wrong with an address is said on top, in the title and at its field", async ({ page }) => {
  await putInCart(page, goods.twine);
  await page.goto("/en/checkout/address");
  await typeAddress(page, { ...ilze, email: "ilze", line1: "" });
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await expect(page).toHaveTitle(/^Error: /);
  const errors = page.locator(".errors");
  await expect(errors).toBeFocused();
  await expect(errors.getByRole("link")).toHaveText(["Enter an e-mail address in the form name@example.com", "Enter the street and number"]);
  await errors.getByRole("link").last().click();
  await expect(page.locator("#line1")).toBeFocused();
  await expect(page.locator("#line1")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#line1")).toHaveAccessibleDescription("Enter the street and number");
  await expect(page.locator("#postcode")).not.toHaveAttribute("aria-invalid");
});

test("the pay button names the sum, and the delivery chosen is in it", async ({ page }) => {
  await putInCart(page, goods.twine);
  await goToReview(page);
  const pay = page.locator(".pay");
  const total = page.locator(".checkout-summary .total dd");
  const before = cents(await pay.textContent());
  expect(cents(await total.textContent())).toBe(before);
  await page.locator(".answer").filter({ hasText: "Delivery" }).getByRole("link", { name: /Change/ }).click();
  await page.getByRole("radio", { name: /Express/ }).check();
  // How it is paid is known: nobody is asked again.
  await page.getByRole("button", { name: "Continue to review" }).click();
  await expect(pay).toBeVisible();
  const after = cents(await pay.textContent());
  expect(after).toBeGreaterThan(before);
  expect(cents(await total.textContent())).toBe(after);
});

test("a sum that changed behind the shopper is said before anything is ordered", async ({ page }) => {
  await putInCart(page, goods.twine);
  await goToReview(page);
  const other = await page.context().newPage();
  await putInCart(other, goods.candle);
  await other.close();
  await page.getByRole("button", { name: /^Order with obligation to pay €/ }).click();
  await expect(page.getByRole("alert")).toContainText("The total has changed");
  await expect(await ordersListed(page)).toHaveCount(0);
});

test("Back after paying charges nothing again", async ({ page }) => {
  await buy(page, goods.twine);
  await page.goBack();
  await expect(page).toHaveURL(/\/testpay\/|\/orders\//);
  if (page.url().includes("/testpay/")) {
    const again = page.getByRole("button", { name: /^Pay / });
    if (await again.isVisible()) await payWith(page, cards.pays);
  }
  // A cart that became an order leads to it.
  await page.goto("/en/checkout/review");
  await expect(page).toHaveURL(/\/orders\//);
  const orders = await ordersListed(page);
  await expect(orders).toHaveCount(1);
  await orders.getByRole("link").click();
  await expect(page.getByText("Payment confirmed")).toHaveCount(1);
});

test("pressing the pay button twice places one order", async ({ page }) => {
  await putInCart(page, goods.twine);
  await goToReview(page);
  await page.locator(".pay").dblclick();
  await expect(page).toHaveURL(/\/testpay\/pay\//);
  await expect(await ordersListed(page)).toHaveCount(1);
});
