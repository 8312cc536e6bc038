// An order that is paid, and is to come otherwise, or not at all.
import { everybodyCanUse } from "./support/axe.ts";
import { buy, cards, goods, payWith, scripted } from "./support/buying.ts";
import { signIn, takeIn } from "./support/desk.ts";
import { type NamedShop, namedShop } from "./support/named.ts";
import { expect, test } from "./support/shop.ts";

// The shop the other tests look at packs at once, and its parcels fly; this one leaves time to change one's mind.
let opened: Promise<NamedShop> | undefined;
const open = () => (opened ??= namedShop({ CARTWRIGHT_PACKING_AFTER: "600", CARTWRIGHT_CARRIER_SPEED: "1" }));
test.use({ baseURL: async ({}, use) => use((await open()).url) });
test.beforeEach(async ({ context }) =>
  context.addCookies([{ name: "prefs", value: "en.LV.EUR", url: (await open()).url, httpOnly: true, sameSite: "Lax" }]),
);
test.afterAll(async () => (await opened)?.close());

test("how an order comes is changed before it is packed, and paid where that costs more", async ({ page }) => {
  await buy(page, goods.notebook);
  await page.getByRole("link", { name: "Change how it is sent" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("How should order");
  await everybodyCanUse(page);
  await page.getByRole("radio", { name: /Express/ }).check();
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Is this what you want to change?");
  await everybodyCanUse(page);
  await page.getByRole("button", { name: /^Change and pay €/ }).click();
  await payWith(page, cards.pays);
  await expect(page.getByRole("status").filter({ hasText: "The order is changed." })).toBeVisible();
  await expect(page.locator(".timeline")).toContainText("Delivery changed by you");
  await everybodyCanUse(page);
});

test("an order goes to another country, by a way that is chosen, and is paid where that costs more", async ({ page }) => {
  await buy(page, goods.notebook);
  await page.getByRole("link", { name: "Send it to another address" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Where should order");
  await page.getByLabel("Country").selectOption("FR");
  if (!scripted()) await page.locator("#relay").click();
  await expect(page.getByLabel("Country")).toHaveValue("FR");
  await expect(page.locator("#region")).toHaveCount(0);
  await page.getByLabel("Street and number").fill("12 rue de Rivoli");
  await page.getByLabel("Postcode").fill("75004");
  await page.getByLabel("Town or city").fill("Paris");
  await everybodyCanUse(page);
  await page.getByRole("button", { name: "Send it there" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("come there?");
  await expect(page.locator("main")).toContainText("It goes to another country then: France.");
  await everybodyCanUse(page);
  await page.getByRole("radio", { name: /Express/ }).check();
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.locator("main")).toContainText("12 rue de Rivoli");
  await everybodyCanUse(page);
  await page.getByRole("button", { name: /^Change and pay €/ }).click();
  await payWith(page, cards.pays);
  await expect(page.getByRole("status").filter({ hasText: "The order is changed." })).toBeVisible();
  await expect(page.locator("main")).toContainText("Paris");
});

test("who was shown the way of an order sees by itself what becomes of it @script", async ({ page, browser }) => {
  await buy(page, goods.notebook);
  const order = page.url();
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = new URL(await page.locator("#share-link").inputValue()).pathname;
  const friend = await browser.newPage({ baseURL: new URL(order).origin });
  const opened = friend.waitForResponse(/\/events\?/);
  await friend.goto(link);
  await opened;
  await friend.evaluate(() => document.documentElement.setAttribute("data-marked", ""));
  await page.goto(order);
  await page.getByRole("link", { name: "Cancel this order" }).click();
  await page.getByRole("button", { name: "Cancel the order" }).click();
  await expect(friend.locator(".way-state").first()).toContainText("Cancelled");
  await expect(friend.locator("html[data-marked]"), "the document was not loaded again").toHaveCount(1);
  await friend.close();
});

test("whoever packs an order is asked to cancel it, and says yes", async ({ page, browser }) => {
  // A shopper and a desk, each looked at by axe.
  test.slow();
  const number = await buy(page, goods.twine);
  const order = page.url();
  const desk = await browser.newPage({ baseURL: new URL(order).origin });
  await signIn(desk, takeIn(await open()), `/desk/orders/${number}`);
  await desk.getByRole("button", { name: "Pack it now" }).click();
  await page.goto(order);
  await page.getByRole("link", { name: "Ask to cancel this order" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ask to cancel order");
  await everybodyCanUse(page);
  await page.getByLabel("Why, if you like to say").fill("Bought twice.");
  await page.getByRole("button", { name: "Ask to cancel" }).click();
  await expect(page.locator("#cancellation")).toContainText("Not answered yet.");
  await everybodyCanUse(page);
  await desk.goto("/desk/cancellations");
  await expect(desk.locator(`#cancellation-${number}`)).toContainText("Bought twice.");
  await everybodyCanUse(desk);
  await desk.locator(`#cancellation-${number}`).getByLabel("Answer").fill("It is on the shelf again.");
  await desk.locator(`#cancellation-${number}`).getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(desk.getByRole("status")).toBeVisible();
  await page.goto(order);
  await expect(page.locator(".way-card")).toContainText("Cancelled");
  await expect(page.locator("#cancellation")).toContainText("It is on the shelf again.");
  await desk.close();
});
