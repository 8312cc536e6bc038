// The cart: a drawer with script, a page of forms without, and the same cart in both.
import { cartShown, cents, goods, putInCart, scripted } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

test("what is put in the cart is shown at once, and the keyboard is with it @script", async ({ page }) => {
  await putInCart(page, goods.bowl, 2);
  const drawer = page.getByRole("dialog", { name: "Cart" });
  await expect(drawer.getByRole("spinbutton")).toHaveValue("2");
  expect(await page.evaluate(() => document.activeElement?.closest(".drawer[open]") !== null)).toBe(true);
  await expect(page.locator("#announcer")).toContainText("2 things in the cart");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(page.getByRole("button", { name: "Put in cart" })).toBeFocused();
});

test("the cart's link opens the drawer, and the cross and a click beside it close it @script", async ({ page }) => {
  await page.goto("/en/");
  await awake(page);
  const drawer = page.getByRole("dialog", { name: "Cart" });
  await page.locator("#cart-link").click();
  await expect(drawer).toContainText("Nothing in here yet.");
  await drawer.getByRole("button", { name: "Close" }).click();
  await expect(drawer).toBeHidden();
  await expect(page.locator("#cart-link")).toBeFocused();
  await page.locator("#cart-link").click();
  await expect(drawer).toBeVisible();
  if (page.viewportSize()!.width > 600) {
    await page.mouse.click(20, 300);
    await expect(drawer).toBeHidden();
  }
});

test("badge, drawer and page agree @script", async ({ page }) => {
  await putInCart(page, goods.bowl, 2);
  await page.keyboard.press("Escape");
  await putInCart(page, goods.candle, 3);
  await expect(page.locator(".badge-count")).toHaveText("5");
  const sum = cents(await page.locator(".drawer .sums dl div:last-child dd").textContent());
  await page.locator(".drawer").getByRole("link", { name: "Open the cart page" }).click();
  await expect(page).toHaveURL(/\/en\/cart$/);
  await expect(page.locator("main .line")).toHaveCount(2);
  await expect(page.locator(".drawer")).toBeHidden();
  expect(cents(await page.locator("main .sums dl div:last-child dd").textContent())).toBe(sum);
  await page.locator("main").getByRole("button", { name: /^One more: Dip/ }).click();
  await expect(page.locator(".badge-count")).toHaveText("6");
  const more = await page.locator("main .sums dl div:last-child dd").textContent();
  await page.locator("#cart-link").click();
  await expect(page.locator(".drawer .sums dl div:last-child dd")).toHaveText(more!);
});

test("the number of a thing is changed by a step and by typing", async ({ page }) => {
  await putInCart(page, goods.bowl);
  await page.goto("/en/cart");
  await awake(page);
  const main = page.locator("main");
  const many = main.getByRole("spinbutton");
  const one = cents(await main.locator(".line-total").textContent());
  await main.getByRole("button", { name: /^One more/ }).click();
  await expect(many).toHaveValue("2");
  await expect(main.locator(".line-total")).toHaveText(`€${((2 * one) / 100).toFixed(2)}`);
  if (scripted()) await expect(main.getByRole("button", { name: /^One more/ })).toBeFocused();
  await main.getByRole("button", { name: /^One fewer/ }).click();
  await expect(many).toHaveValue("1");
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  await many.fill("4");
  await many.press("Enter");
  await expect(main.locator(".line-total")).toHaveText(`€${((4 * one) / 100).toFixed(2)}`);
  expect(sent, "a number is sent once").toBe(1);
  await expect(many).toHaveValue("4");
});

test("a thing is taken out and put back, and the last one fewer takes it out too", async ({ page }) => {
  await putInCart(page, goods.bowl, 2);
  await page.goto("/en/cart");
  await awake(page);
  const main = page.locator("main");
  await main.getByRole("button", { name: /^Remove: / }).click();
  await expect(main.locator(".line")).toHaveCount(0);
  const back = main.getByRole("button", { name: "Put it back" });
  if (scripted()) await expect(back).toBeFocused();
  await back.click();
  await expect(main.getByRole("spinbutton")).toHaveValue("2");
  await main.getByRole("button", { name: /^One fewer/ }).click();
  await expect(main.getByRole("spinbutton")).toHaveValue("1");
  await main.getByRole("button", { name: /^One fewer/ }).click();
  await expect(main).toContainText("Nothing in here yet.");
});

test("a thing is put aside for later and back, and is not in the sum meanwhile", async ({ page }) => {
  await putInCart(page, goods.bowl);
  await putInCart(page, goods.candle);
  await page.goto("/en/cart");
  await awake(page);
  const main = page.locator("main");
  const sum = main.locator(".sums dl div:last-child dd");
  const both = cents(await sum.textContent());
  const candle = main.locator(".line").filter({ hasText: "pillar" });
  await candle.getByRole("button", { name: /^Save for later/ }).click();
  await expect(main.getByRole("heading", { name: "Put aside for later" })).toBeVisible();
  await expect(main.getByRole("spinbutton")).toHaveCount(1);
  await expect.poll(async () => cents(await sum.textContent())).toBeLessThan(both);
  await candle.getByRole("button", { name: /^Put back in cart/ }).click();
  await expect(main.getByRole("spinbutton")).toHaveCount(2);
  expect(cents(await sum.textContent())).toBe(both);
});

test("more than there are is refused with the reason, and the number stays", async ({ page }) => {
  await putInCart(page, "quarter-clock", 2);
  await page.goto("/en/cart");
  await awake(page);
  const main = page.locator("main");
  await main.getByRole("spinbutton").fill("400");
  await main.getByRole("spinbutton").press("Enter");
  const why = /Only .?\d+.? of these can be had; the quantity is as it was\./;
  await expect(main.locator(scripted() ? ".line .line-note.bad" : ".notice.bad")).toHaveText(why);
  await expect(main.getByRole("spinbutton")).toHaveValue("2");
  if (scripted()) await expect(page.locator("#announcer")).toHaveText(why);
});

test("a number that is none is refused and the cart is as it was", async ({ page }) => {
  await putInCart(page, goods.bowl, 3);
  await page.goto("/en/cart");
  await awake(page);
  const main = page.locator("main");
  await main.getByRole("spinbutton").fill("1.5");
  if (!scripted()) await main.locator("form.stepper").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await main.getByRole("spinbutton").press("Enter");
  if (scripted()) {
    // The browser itself does not send it; leaving the field puts nothing wrong into the cart either.
    await page.reload();
    await expect(main.getByRole("spinbutton")).toHaveValue("3");
  } else {
    await expect(main.locator(".notice.bad")).toContainText("Enter a whole number from 1 to 999.");
    await expect(main.getByRole("spinbutton")).toHaveValue("3");
  }
});

test("two tabs show the same cart @script", async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto("/en/cart");
  await awake(other);
  await expect(other.locator("main")).toContainText("Nothing in here yet.");
  await putInCart(page, goods.bowl, 3);
  await expect(other.locator(".badge-count")).toHaveText("3");
  await expect(other.locator("main .line")).toHaveCount(1);
  await other.locator("main").getByRole("button", { name: /^Remove/ }).click();
  await expect(page.locator(".drawer")).toContainText("Nothing in here yet.");
  await expect(page.locator(".badge-count")).toHaveText("0");
});

test("a cart outlives the tab", async ({ page, context }) => {
  await putInCart(page, goods.bowl, 2);
  await page.close();
  const later = await context.newPage();
  await later.goto("/en/cart");
  await expect(later.locator("main").getByRole("spinbutton")).toHaveValue("2");
});

test("an empty cart leads back to the goods", async ({ page }) => {
  await page.goto("/en/cart");
  await awake(page);
  await page.locator("main").getByRole("link", { name: "Look around the shop" }).click();
  await expect(page).toHaveURL(/\/en\/$/);
  await page.goto("/en/checkout/review");
  await expect(page).toHaveURL(/\/en\/cart\?checkout=over$/);
});

test("a change that the network swallows is sent by the browser itself @script", async ({ page, complaints }) => {
  complaints.expect(/ERR_FAILED|request failed/);
  await putInCart(page, goods.bowl);
  await page.goto("/en/cart");
  await awake(page);
  await page.route("**/api/cart/change", (route) => (route.request().resourceType() === "fetch" ? route.abort() : route.continue()));
  await page.locator("main").getByRole("button", { name: /^One more/ }).click();
  await expect(page.locator("main").getByRole("spinbutton")).toHaveValue("2");
});

test("the drawer is where the cart is: what is put in twice is one line", async ({ page }) => {
  await putInCart(page, goods.bowl);
  await putInCart(page, goods.bowl, 2);
  await expect(cartShown(page).locator(".line")).toHaveCount(1);
  await expect(cartShown(page).getByRole("spinbutton")).toHaveValue("3");
});

test("a gift has a note and paper, which are kept and taken off again", async ({ page }) => {
  await putInCart(page, goods.bowl);
  await page.goto("/en/cart");
  await awake(page);
  const main = page.locator("main");
  await main.getByText("It’s a gift").click();
  await main.getByLabel("Note for the parcel").fill("Happy birthday,\nEdgars <3");
  await main.getByRole("radio", { name: /^Moss, €4\.50/ }).check();
  await main.getByRole("button", { name: "Keep" }).click();
  await expect(main.locator(".line")).toHaveCount(2);
  await expect(main.locator(".line").nth(1)).toContainText("Gift wrapping");
  await expect(main.getByLabel("Note for the parcel")).toHaveValue("Happy birthday,\nEdgars <3");
  if (scripted()) await expect(main.getByRole("button", { name: "Keep" })).toBeFocused();
  await main.getByRole("radio", { name: "No wrapping" }).check();
  await main.getByLabel("Note for the parcel").fill("");
  await main.getByRole("button", { name: "Keep" }).click();
  await expect(main.locator(".line")).toHaveCount(1);
  await page.reload();
  await expect(main.getByLabel("Note for the parcel")).toBeHidden();
});
