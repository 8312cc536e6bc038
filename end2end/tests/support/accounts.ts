// Ways in and out of an account.
import { expect, type Page } from "@playwright/test";
import { awake } from "./shop.ts";

/** What everybody chooses. */
export const password = "teapot under the moon";

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

/** In by a letter to this address, on the pages. */
export async function enterByLetter(page: Page, email: string): Promise<void> {
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

/** Out, from the first page of the account. */
export async function signOut(page: Page): Promise<void> {
  await page.goto("/en/account");
  await awake(page);
  await page.locator("form[action='/api/account/sign-out'] button").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
}
