// Accounts in a browser: in by letter and by password, two people on one device, and what Back shows after signing out.
import { enterByLetter, password, signOut } from "./support/accounts.ts";
import { everybodyCanUse } from "./support/axe.ts";
import { goods, putInCart } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

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
