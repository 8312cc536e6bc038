// The steps of a purchase, as a shopper takes them: by what stands on the page.
import { type Locator, type Page } from "@playwright/test";
import { awake, expect, test } from "./shop.ts";

/** Cards of TestPay, by what becomes of them. */
export const cards = {
  pays: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  asksOwner: "4000 0027 6000 3184",
  toldTwice: "4000 0000 0000 0119",
  neverTold: "4000 0000 0000 0135",
};

/**
 * Goods of the demonstration with plenty in stock. What is bought (twine, candle, notebook, bottle) is not what is
 * only looked at (bowl, pan), so that tests beside each other do not sell each other out.
 */
export const goods = {
  bowl: "dip-bowl", candle: "comb-pillar", bottle: "milestone-bottle", notebook: "cloth-notebook", pan: "carbon-pan", twine: "tin-of-twine",
};

/** Somebody to send things to. */
export const ilze = {
  email: "ilze@example.com",
  name: "Ilze Bērziņa",
  line1: "Brīvības iela 12",
  postcode: "LV-1010",
  city: "Rīga",
};

/** Whether this run has the script. */
export function scripted(): boolean {
  return test.info().project.use.javaScriptEnabled ?? true;
}

/** Where the cart is looked at after something was put in: the drawer, or without script the page. */
export function cartShown(page: Page): Locator {
  return page.locator(scripted() ? ".drawer[open]" : "main");
}

/** Puts a thing in the cart from its page. */
export async function putInCart(page: Page, slug: string, many = 1): Promise<void> {
  await page.goto(`/en/products/${slug}`);
  await awake(page);
  await page.locator(".buy-form select").selectOption(String(many));
  await page.getByRole("button", { name: "Put in cart" }).click();
  await expect(cartShown(page).locator(".line")).not.toHaveCount(0);
}

/** Types an address, or parts of one, into the first step's form. */
export async function typeAddress(page: Page, address: Partial<typeof ilze>): Promise<void> {
  for (const [field, text] of Object.entries(address)) await page.locator(`#${field}`).fill(text);
}

/** From a filled cart to the last step, where it is to be paid in this way and sent there. */
export async function goToReview(page: Page, way = "Card", to: Partial<typeof ilze> = {}): Promise<void> {
  await page.goto("/en/checkout/address");
  await typeAddress(page, { ...ilze, ...to });
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How do you want to pay?");
  const choice = page.getByRole("radio", { name: new RegExp(`^${way}`) });
  // The ways most used in a country are in sight, the others folded.
  if (!(await choice.isVisible())) await page.getByText("More ways to pay").click();
  await choice.check();
  await page.getByRole("button", { name: "Continue to review" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is everything right?");
}

/** Places the order; the next page is the provider's. */
export async function placeOrder(page: Page): Promise<void> {
  await page.locator("main").getByRole("button", { name: /^(Order with obligation to pay|Pay) €/ }).click();
  await expect(page).toHaveURL(/\/testpay\/pay\//);
}

/** Fills in a card on the provider's page and pays. */
export async function payWith(page: Page, card: string): Promise<void> {
  await page.getByRole("link", { name: card }).click();
  await page.getByLabel("Security code").fill("123");
  await page.getByLabel("Name on the card").fill("I BERZINA");
  await page.getByRole("button", { name: /^Pay / }).click();
}

/** The page after paying: the order's own, and it says thank you. */
export async function thanked(page: Page): Promise<string> {
  await expect(page.locator(".thanks")).toContainText("Thank you. It is yours.");
  await awake(page);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Buys one thing from its page to the confirmation; gives the order's number. */
export async function buy(page: Page, slug: string): Promise<string> {
  await putInCart(page, slug);
  await goToReview(page);
  await placeOrder(page);
  await payWith(page, cards.pays);
  return thanked(page);
}

/** An amount in euros as it stands in a text, in cents. */
export function cents(text: string | null): number {
  const found = /€([\d,]+)\.(\d\d)/.exec(text ?? "");
  expect(found, `an amount in ${text}`).not.toBeNull();
  return Number(found![1].replaceAll(",", "")) * 100 + Number(found![2]);
}

/** Orders this browser knows, as their page lists them. */
export async function ordersListed(page: Page): Promise<Locator> {
  await page.goto("/en/orders");
  return page.locator(".order-card");
}
