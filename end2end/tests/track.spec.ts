// Finding an order again: by its number and what was given with it, and never by asking which belong together.
import { everybodyCanUse } from "./support/axe.ts";
import { buy, goods, ilze } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

const sent = "If they belong together, a letter with a link is on its way.";

// Once only: whoever tries often from one place is asked to wait.
test("a letter with the link is asked for, and the page tells nothing of the order", async ({ page }) => {
  const number = await buy(page, goods.candle);
  await page.goto("/en/track");
  await awake(page);
  await page.locator("#number").fill(number);
  await page.locator("#contact").fill(ilze.postcode);
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.getByRole("status").filter({ hasText: sent })).toBeVisible();
  await expect(page.locator("main")).not.toContainText(number);
});

test("what was mistyped is said beside its field and typed there still", async ({ page }) => {
  await page.goto("/en/track");
  await awake(page);
  await everybodyCanUse(page);
  await page.locator("#number").fill("7K3M");
  await page.locator("#contact").fill("ilze@example.com");
  await page.getByRole("button", { name: "Send me the link" }).click();
  await expect(page.locator("#number-error")).toContainText("That is not an order number.");
  await expect(page.locator("#number")).toHaveValue("7K3M");
  await expect(page.locator("#contact")).toHaveValue("ilze@example.com");
  await everybodyCanUse(page);
});
