// Passkeys in a browser, with an authenticator of the browser's own that has no case: added, signed in with, and removed.
import { type CDPSession, type Page } from "@playwright/test";
import { everybodyCanUse } from "./support/axe.ts";
import { namedShop } from "./support/named.ts";
import { awake, expect, test } from "./support/shop.ts";

let shop: Awaited<ReturnType<typeof namedShop>>;
test.beforeAll(async () => {
  test.setTimeout(150_000);
  shop = await namedShop();
});
test.afterAll(() => shop?.close());
test.beforeEach(({ context }) =>
  context.addCookies([{ name: "prefs", value: "en.LV.EUR", url: shop.url, httpOnly: true, sameSite: "Lax" }]),
);

async function enterByLetter(page: Page, email: string): Promise<void> {
  await page.goto(`${shop.url}/en/account/sign-in`);
  await awake(page);
  await page.locator("#email").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("status").filter({ hasText: "A letter with a link is on its way." })).toBeVisible();
  const mail = await page.context().newPage();
  const row = mail.locator("tr", { hasText: email }).first();
  await expect(async () => {
    await mail.goto(`${shop.url}/dev/mail`);
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await row.getByRole("link").click();
  const link = (await mail.content()).match(/\/en\/account\/enter\?key=[0-9a-f]{64}/)![0];
  await mail.close();
  await page.goto(shop.url + link);
  await page.getByRole("button", { name: "Sign me in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
}

/** An authenticator whose owner is there only when the test says so. */
async function authenticator(page: Page): Promise<{ cdp: CDPSession; isThere: (there: boolean) => Promise<void>; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId: id } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const isThere = async (enabled: boolean) =>
    void (await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId: id, enabled }));
  return { cdp, isThere, id };
}

test("@script a passkey is added, signs in without a name or a password, and is removed", async ({ page }) => {
  const email = `ada-${Math.random().toString(36).slice(2, 10)}@example.com`;
  await enterByLetter(page, email);
  const { cdp, isThere, id } = await authenticator(page);
  await awake(page);
  await page.getByRole("link", { name: "Passkeys" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Passkeys");
  await awake(page);
  await everybodyCanUse(page);
  await page.locator("#name").fill("Ada's telephone");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("status").filter({ hasText: "From now on the new passkey signs you in." })).toBeVisible();
  await expect(page.locator("main")).toContainText("Ada's telephone");
  await everybodyCanUse(page);
  const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId: id });
  expect(credentials.map(({ rpId, isResidentCredential }) => [rpId, isResidentCredential])).toEqual([["localhost", true]]);

  await isThere(false);
  await page.goto(`${shop.url}/en/account`);
  await awake(page);
  await page.locator("form[action='/api/account/sign-out'] button").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await awake(page);
  const enter = page.getByRole("button", { name: "Sign in with a passkey" });
  await expect(enter).toBeVisible();
  await everybodyCanUse(page);
  // Whoever is there when the page asks is signed in beside the field already; this one comes for the button.
  await isThere(true);
  await enter.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await expect(page.locator("main")).toContainText(email);

  await page.goto(`${shop.url}/en/account/passkeys`);
  await awake(page);
  await expect(page.locator("main")).toContainText("last used on");
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.locator("main")).toContainText("No passkeys yet.");
  await isThere(false);
  await page.goto(`${shop.url}/en/account`);
  await awake(page);
  await page.locator("form[action='/api/account/sign-out'] button").first().click();
  await expect(enter).toBeVisible();
  await isThere(true);
  await enter.click();
  await expect(page.getByRole("alert")).toContainText("That did not work with this passkey.");
});

test("who has no passkey signs in as ever, and is told nothing that does not work here", async ({ page }) => {
  const script = test.info().project.use.javaScriptEnabled ?? true;
  await page.goto(`${shop.url}/en/account/sign-in`);
  await awake(page);
  await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeVisible({ visible: script });
  await expect(page.locator("[data-passkey] [role=alert]")).toBeHidden();
});
