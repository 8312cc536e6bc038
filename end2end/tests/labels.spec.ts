// The packer's way in a shop where staff choose each label: rates, the one the rule would take and another, paper, customs, giving back.
import type { Page } from "@playwright/test";
import { everybodyCanUse } from "./support/axe.ts";
import { cards, goods, goToReview, payWith, placeOrder, putInCart, thanked } from "./support/buying.ts";
import { signIn, takeIn } from "./support/desk.ts";
import { type NamedShop, namedShop } from "./support/named.ts";
import { expect, test } from "./support/shop.ts";

let opened: Promise<NamedShop> | undefined;
const open = () =>
  (opened ??= namedShop({ CARTWRIGHT_PARCELS: "by_choice", CARTWRIGHT_PACKING_AFTER: "1", CARTWRIGHT_CARRIER_SPEED: "1" }));
test.use({ baseURL: async ({}, use) => use((await open()).url) });
test.afterAll(async () => (await opened)?.close());

/** Somebody in Switzerland, outside the customs union, has paid for a notebook; the order's number. */
async function boughtInZurich(page: Page): Promise<string> {
  await page.context().addCookies([{ name: "prefs", value: "en.CH.EUR", url: (await open()).url, httpOnly: true, sameSite: "Lax" }]);
  await putInCart(page, goods.notebook);
  await goToReview(page, "Card", { name: "Verena Keller", line1: "Seestrasse 12", postcode: "8002", city: "Zürich" });
  await placeOrder(page);
  await payWith(page, cards.pays);
  return thanked(page);
}

/** Looks at a page again until this stands on it: what was asked for is done after the answer. */
async function until(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main")).toContainText(text, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
}

/** The first bytes of a file behind a link of a page, and how it was sent. */
async function file(page: Page, link: string): Promise<{ begins: string; kind: string; kept: string }> {
  const href = await page.getByRole("link", { name: link, exact: true }).getAttribute("href");
  const answer = await page.request.get(href!);
  expect(answer.ok(), href!).toBe(true);
  const { "content-type": kind = "", "cache-control": kept = "" } = answer.headers();
  return { begins: (await answer.body()).subarray(0, 5).toString("latin1"), kind, kept };
}

test("a label is chosen, bought, printed with its customs papers, and given back with a reason", async ({ page, browser }) => {
  // A purchase, and a desk that waits for the carrier twice.
  test.slow();
  const number = await boughtInZurich(page);
  const desk = await browser.newPage({ baseURL: (await open()).url });
  const order = `/desk/orders/${number}`;
  await signIn(desk, takeIn(await open()), order);
  await until(desk, "No label yet: choose how it is brought.");

  // Customs look at it, and know of the notebook what they want to know.
  const customs = desk.locator("section[aria-labelledby=customs]");
  await expect(customs).toContainText("It goes to Switzerland: customs look at it.");
  await expect(customs.locator(".bad")).toHaveCount(0);
  await everybodyCanUse(desk);

  // The rule's rate is chosen beforehand; another one is taken.
  await desk.getByRole("link", { name: "Choose how it is brought" }).click();
  const usual = desk.getByRole("radio", { name: /the shop’s rule would take this one/ });
  await expect(usual).toBeChecked();
  await everybodyCanUse(desk);
  const other = desk.getByRole("radio", { name: /^Express/ });
  await expect(other).not.toBeChecked();
  const price = /€\d+\.\d\d/.exec((await desk.locator("label.way, .way label").filter({ has: other }).textContent()) ?? "")?.[0];
  expect(price).toBeTruthy();
  await other.check();
  await desk.getByRole("button", { name: "Buy this label" }).click();
  await until(desk, "Print the label");
  await expect(desk.locator("main")).toContainText(`Express, to the door · ${price}`);
  await everybodyCanUse(desk);
  expect(await file(desk, "Print the label")).toEqual({ begins: "%PDF-", kind: "application/pdf", kept: "private, no-store" });
  expect((await file(desk, "As ZPL, for a label printer")).begins).toContain("^XA");
  for (const paper of ["Customs form", "Commercial invoice"]) {
    expect(await file(desk, paper)).toEqual({ begins: "%PDF-", kind: "application/pdf", kept: "private, no-store" });
  }

  // Without a reason it stays; with one its money comes back, and another can be chosen.
  await desk.getByText("Give the label back", { exact: true }).click();
  await desk.getByRole("button", { name: "Give it back" }).click();
  await expect(desk.getByRole("alert")).toContainText("Say why it is given back.");
  await everybodyCanUse(desk);
  await desk.getByLabel("Why").fill("The box was too small");
  await desk.getByRole("button", { name: "Give it back" }).click();
  await until(desk, "is void, and its money is back.");
  await expect(desk.getByRole("link", { name: "Choose how it is brought" })).toBeVisible();
  await expect(desk.getByRole("link", { name: "Print the label" })).toHaveCount(0);
  await everybodyCanUse(desk);
  await desk.goto("/desk/log");
  // That it was given back is everybody's at the desk; why stays with the order.
  await expect(desk.locator("main tr").filter({ hasText: number }).first()).toContainText(/SC\d+\s*void/);
  await desk.close();
});
