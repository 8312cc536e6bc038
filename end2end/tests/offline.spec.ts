// In a tunnel: pages, orders and the cart without a connection, over a wire that is really cut.
import type { Page } from "@playwright/test";
import { buy, goods } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";
import { Wire } from "./support/wire.ts";
import { kept } from "./support/worker.ts";

test.use({ serviceWorkers: "allow" });
test.beforeEach(({ complaints }) => complaints.expect(/ERR_|Failed to fetch|Failed to load resource|NetworkError/));

const asOf = (page: Page) => page.locator("#as-of");

test("a page that was seen is there as it was, another is not, and the checkout is never @script", async ({ page, context, baseURL }) => {
  const wire = await Wire.to(baseURL!);
  const seen = `${wire.origin}/en/products/${goods.bowl}`;
  await kept(page, seen);
  const name = await page.locator("h1").textContent();
  await kept(page, `${wire.origin}/en/checkout/address`);
  await page.goto(`${wire.origin}/en/products/${goods.pan}`);
  await awake(page);
  await wire.cut();
  await page.goto(seen);
  await expect(page.locator("h1")).toHaveText(name!);
  await expect(asOf(page)).toContainText("You are offline. This is how it was on ");
  await page.goto(`${wire.origin}/en/help/returns`);
  await expect(page.locator("h1")).toHaveText("You are offline");
  await page.locator("#kept").getByRole("link", { name: name! }).click();
  await expect(page.locator("h1")).toHaveText(name!);
  const till = await context.newPage();
  await expect(till.goto(`${wire.origin}/en/checkout/address`)).rejects.toThrow(/ERR_/);
  await till.close();
  await wire.mend();
  await page.goto(seen);
  await expect(asOf(page)).toHaveCount(0);
  await wire.cut();
});

test("an order is there as last seen, and never for somebody else @script", async ({ page, context, baseURL }) => {
  const number = await buy(page, goods.twine);
  const wire = await Wire.to(baseURL!);
  const order = `${wire.origin}/en/orders/${number}`;
  await kept(page, order);
  await kept(page, `${wire.origin}/en/orders`);
  await wire.cut();
  for (const address of [order, `${wire.origin}/en/orders`]) {
    await page.goto(address);
    await expect(asOf(page)).toContainText("This is how it was on");
    await expect(page.locator("main")).toContainText(number);
  }
  await wire.mend();
  await context.clearCookies({ name: "sid" });
  await page.goto(`${wire.origin}/en/orders`);
  await awake(page);
  await expect(page.locator(".order-card")).toHaveCount(0);
  // Somebody else buys on the same device: from then on nothing of the first is here.
  await page.goto(`${wire.origin}/en/products/${goods.twine}`);
  await awake(page);
  await page.getByRole("button", { name: "Put in cart" }).click();
  await expect(page.locator(".drawer[open] .line")).not.toHaveCount(0);
  await wire.cut();
  await page.goto(order);
  await expect(page.locator("h1")).toHaveText("You are offline");
  await expect(page.locator("#kept")).not.toContainText(number);
});

test("the cart is changed in a tunnel, once, and what could not be done is said @script", async ({ page, baseURL }) => {
  const wire = await Wire.to(baseURL!);
  await kept(page, `${wire.origin}/en/products/${goods.notebook}`);
  await page.getByRole("button", { name: "Put in cart" }).click();
  const drawer = page.locator(".drawer[open]");
  const many = drawer.locator(".stepper input[type=number]");
  await expect(many).toHaveValue("1");
  await wire.cut();
  await drawer.locator(".stepper button[value='1']").click();
  await expect(many).toHaveValue("2");
  await expect(drawer.locator("#waiting")).toContainText("Not sent yet: 1");
  await drawer.locator(".stepper button[value='1']").click();
  await expect(drawer.locator("#waiting")).toContainText("Not sent yet: 2");
  await expect(page.locator("#cart-link .badge-count")).toHaveText("3");
  await wire.mend();
  await page.goto(`${wire.origin}/en/cart`);
  await awake(page);
  await expect(page.locator("main .stepper input[type=number]")).toHaveValue("3");
  await expect(page.locator("#waiting")).toHaveCount(0);
  await wire.cut();
  await page.locator("main .stepper input[type=number]").fill("999");
  await page.locator("main .stepper input[type=number]").press("Enter");
  await expect(page.locator("main #waiting")).toContainText("Not sent yet: ");
  await wire.mend();
  await page.reload();
  await awake(page);
  await expect(page.locator("main .notice.bad")).toContainText("this did not work");
  await expect(page.locator("main .stepper input[type=number]")).toHaveValue("3");
  await wire.cut();
});

test("where nothing was kept, nothing is said to be @script", async ({ page, baseURL }) => {
  const wire = await Wire.to(baseURL!);
  // A cart is nobody else's to see, so its page is not kept.
  await kept(page, `${wire.origin}/en/cart`);
  await wire.cut();
  await page.goto(`${wire.origin}/en/help/returns`);
  await expect(page.locator("h1")).toHaveText("You are offline");
  await expect(page.locator("#kept li")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Kept on this device" })).toHaveCount(0);
  await wire.mend();
  await kept(page, `${wire.origin}/en/help/returns`);
  await wire.cut();
  await page.goto(`${wire.origin}/en/products/${goods.pan}`);
  await expect(page.getByRole("heading", { name: "Kept on this device" })).toBeVisible();
  await expect(page.locator("#kept li")).not.toHaveCount(0);
});
