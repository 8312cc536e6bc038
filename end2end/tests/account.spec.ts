// Accounts in a browser: in by letter and by password, two people on one device, and what Back shows after signing out.
import { type Page } from "@playwright/test";
import { everybodyCanUse } from "./support/axe.ts";
import { goods, putInCart } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

const password = "teapot under the moon";

/** The link of the latest letter to somebody, once it is there. */
async function linkTo(page: Page, email: string): Promise<string> {
  const mail = await page.context().newPage();
  const row = mail.locator("tr", { hasText: email }).first();
  await expect(async () => {
    await mail.goto("/dev/mail");
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await row.getByRole("link").click();
  const text = await mail.content();
  await mail.close();
  return text.match(/\/en\/account\/enter\?key=[0-9a-f]{64}/)![0];
}

async function enterByLetter(page: Page, email: string): Promise<void> {
  await page.goto("/en/account");
  await expect(page).toHaveURL(/\/en\/account\/sign-in$/);
  await awake(page);
  await page.locator("#email").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "A letter with a link is on its way." })).toBeVisible();
  await page.goto(await linkTo(page, email));
  await awake(page);
  await expect(page.locator("main")).toContainText(`${email[0]}•••@example.com`);
  await page.getByRole("button", { name: "Sign me in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await awake(page);
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/en/account");
  await awake(page);
  await page.locator("form[action='/api/account/sign-out'] button").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
}

// One test, since whoever asks for many letters from one place is asked to wait.
test("in by letter and by password; another on the same device sees nothing, and neither does Back", async ({ page }) => {
  test.slow();
  const chance = Math.random().toString(36).slice(2, 10);
  const ada = `ada-${chance}@example.com`, bob = `bob-${chance}@example.com`;
  await enterByLetter(page, ada);
  await everybodyCanUse(page);
  for (const room of ["profile", "addresses", "addresses/new", "email", "data"]) {
    await page.goto(`/en/account/${room}`);
    await awake(page);
    await everybodyCanUse(page);
  }

  await page.goto("/en/account/profile");
  await awake(page);
  await page.locator("#name").fill("Ada Lovelace");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

  await page.goto("/en/account");
  await awake(page);
  await page.locator("#password").fill(password);
  await page.getByRole("button", { name: "Keep the password" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The password is changed." })).toBeVisible();
  await putInCart(page, goods.bowl);
  await page.goto("/en/account");
  await expect(page.locator("main")).toContainText(ada);
  await signOut(page);

  // Whoever comes next presses Back.
  await page.goBack();
  await expect(page.locator("main")).not.toContainText(ada);
  await page.goto("/en/cart");
  await expect(page.locator("main .line")).toHaveCount(0);
  if (test.info().project.name === "desktop") {
    await enterByLetter(page, bob);
    await expect(page.locator("main")).not.toContainText(ada);
    await page.goto("/en/account/profile");
    await expect(page.locator("#name")).toHaveValue("");
    await signOut(page);
  }

  await page.goto("/en/account/sign-in");
  await awake(page);
  await page.locator("#username").fill(ada);
  await page.locator("#password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("main")).toContainText(ada);
  await page.goto("/en/cart");
  await expect(page.locator("main .line")).toHaveCount(1);
});
