// Offers: a code from the cart to the order, why it gives nothing, and the desk that writes it.
import { everybodyCanUse } from "./support/axe.ts";
import { cards, cents, goods, goToReview, payWith, placeOrder, putInCart, scripted, thanked, typeAddress } from "./support/buying.ts";
import { signIn, takeIn } from "./support/desk.ts";
import { awake, expect, test } from "./support/shop.ts";
import type { Locator, Page } from "@playwright/test";

const main = (page: Page): Locator => page.locator("main");
const total = async (page: Page): Promise<number> => cents(await main(page).locator(".sums dl div:last-child dd").textContent());

/** Types a code on the cart's page. */
async function type(page: Page, code: string): Promise<void> {
  const fold = main(page).locator(".sums details.more");
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  await fold.getByLabel("Discount code").fill(code);
  await fold.getByRole("button", { name: "Apply" }).click();
}

test("a code is typed, saves a tenth, and is taken out again", async ({ page }) => {
  await putInCart(page, goods.twine, 2);
  await page.goto("/en/cart");
  await awake(page);
  await everybodyCanUse(page);
  const before = await total(page);
  await expect(main(page).getByLabel("Discount code")).toBeHidden();
  await type(page, " welcome 10 ");
  await expect(main(page).locator(".sums")).toContainText("Welcome: 10 % off");
  const goodsSum = cents(await main(page).locator(".sums dl div dd").first().textContent());
  expect(before - (await total(page))).toBe(Math.round(goodsSum / 10));
  await everybodyCanUse(page);
  await page.reload();
  await awake(page);
  await expect(main(page).getByRole("button", { name: "Take out the code WELCOME10" })).toBeVisible();
  await main(page).getByRole("button", { name: "Take out the code WELCOME10" }).click();
  await expect(main(page).locator(".sums")).not.toContainText("Welcome: 10 % off");
  expect(await total(page)).toBe(before);
});

test("a code that does not exist says so beside it, and can be taken out", async ({ page }) => {
  await putInCart(page, goods.twine);
  await page.goto("/en/cart");
  await awake(page);
  await type(page, "nothing");
  const codes = main(page).locator(".codes");
  await expect(codes).toContainText("NOTHING");
  await expect(codes).toContainText("There is no such code.");
  if (scripted()) await expect(page.locator("#announcer")).toContainText("NOTHING: There is no such code.");
  await everybodyCanUse(page);
  await codes.getByRole("button").click();
  await expect(codes.locator("li")).toHaveCount(0);
});

test("what a code took off stands in the order", async ({ page }) => {
  await putInCart(page, goods.twine);
  await page.goto("/en/cart");
  await awake(page);
  await goToReview(page);
  // Nobody of this address has ordered before.
  await page.goto("/en/checkout/address");
  await typeAddress(page, { email: `ilze-${Math.random().toString(36).slice(2, 10)}@example.com` });
  for (const step of ["delivery", "review"]) await page.getByRole("button", { name: `Continue to ${step}` }).click();
  const step = page.locator(".checkout-step");
  await step.locator("details.more summary").click();
  await step.getByLabel("Discount code").fill("welcome10");
  await step.getByRole("button", { name: "Apply" }).click();
  await expect(step.locator(".codes")).toContainText("WELCOME10");
  await expect(step.locator(".codes .line-note")).toHaveCount(0);
  await expect(page).toHaveURL(/\/en\/checkout\/review$/);
  await everybodyCanUse(page);
  await placeOrder(page);
  await payWith(page, cards.pays);
  await thanked(page);
  await expect(page.locator(".items")).toContainText("Welcome: 10 % off");
  await everybodyCanUse(page);
});

test("three things for the bath cost as much as two", async ({ page }) => {
  await putInCart(page, "rill-soap-dish", 2);
  await page.goto("/en/cart");
  await awake(page);
  await expect(main(page).locator(".sums")).toContainText("1 more and you get: Three for the bath, the cheapest free");
  await main(page).getByRole("button", { name: /^One more/ }).click();
  await expect(main(page).locator(".sums dl")).toContainText("Three for the bath, the cheapest free");
  await expect(main(page).locator(".sums")).not.toContainText("1 more and you get: Three");
});

test("the drawer shows the same sum as the page @script", async ({ page }) => {
  await putInCart(page, goods.twine, 2);
  const drawer = page.getByRole("dialog", { name: "Cart" });
  await drawer.locator("details.more summary").click();
  await drawer.getByLabel("Discount code").fill("welcome10");
  await drawer.getByRole("button", { name: "Apply" }).click();
  await expect(drawer.locator(".sums dl")).toContainText("Welcome: 10 % off");
  const sum = cents(await drawer.locator(".sums dl div:last-child dd").textContent());
  await page.goto("/en/cart");
  await awake(page);
  expect(await total(page)).toBe(sum);
});

test("an offer is written at the desk, mistyped, mended, and had in the shop", async ({ page, browser }) => {
  await signIn(page, takeIn(), "/desk/offers/new");
  await everybodyCanUse(page);
  const code = `SAVE${Math.random().toString(36).slice(2, 8).toUpperCase()}`;
  await page.getByLabel("Name", { exact: true }).fill(`Ten off ${code}`);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByLabel("How much").fill("a lot");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Type per cent" })).toBeVisible();
  await expect(page.getByLabel("Code", { exact: true })).toHaveValue(code);
  await everybodyCanUse(page);
  await page.getByLabel("How much").fill("10");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText("Saved. It is in the shop now.");
  const shopper = await browser.newPage();
  await shopper.goto(new URL(`/en/products/${goods.twine}`, page.url()).href);
  await awake(shopper);
  await shopper.getByRole("button", { name: "Put in cart" }).click();
  await expect(shopper.locator(scripted() ? ".drawer[open] .line" : "main .line")).toHaveCount(1);
  await shopper.goto(new URL("/en/cart", page.url()).href);
  await awake(shopper);
  await type(shopper, code.toLowerCase());
  await expect(main(shopper).locator(".sums dl")).toContainText(`Ten off ${code}`);
  await page.getByRole("button", { name: "Let it rest" }).click();
  await expect(page.locator("main")).toContainText("It rests: nobody gets it.");
  await everybodyCanUse(page);
  await shopper.reload();
  await awake(shopper);
  await expect(main(shopper).locator(".sums dl")).not.toContainText(`Ten off ${code}`);
  await shopper.close();
});
