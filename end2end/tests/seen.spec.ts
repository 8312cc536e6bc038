// What somebody looked at, on two of their devices: joined only when they have asked for it, and gone with them.
import type { Page } from "@playwright/test";
import { enterByLetter, password, signOut } from "./support/accounts.ts";
import { everybodyCanUse } from "./support/axe.ts";
import { awake, expect, test } from "./support/shop.ts";

const cards = (page: Page) => page.locator("[data-seen] .card h3");
const kept = (page: Page) => page.evaluate(() => localStorage.getItem("seen"));

async function looksAt(page: Page, ...slugs: string[]): Promise<void> {
  for (const slug of slugs) {
    await page.goto(`/en/products/${slug}`);
    await awake(page);
  }
}

async function ticks(page: Page, wanted: boolean): Promise<void> {
  await page.goto("/en/account/seen");
  await awake(page);
  await page.getByRole("checkbox", { name: "Keep what I looked at on all my devices" }).setChecked(wanted);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice.done").first()).toBeVisible();
}

test("what was seen on two devices is one list on both, goes out again, and leaves nothing for who comes next @script @once", async ({ page, browser, baseURL }) => {
  const ada = `ada-${Math.random().toString(36).slice(2, 10)}@example.com`;
  await looksAt(page, "ridge-mug", "carbon-pan");
  await enterByLetter(page, ada);
  await page.locator("#password").fill(password);
  await page.getByRole("button", { name: "Keep the password" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The password is changed." })).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/api/account/seen") && asked.push(request.url()));
  await page.goto("/en/account");
  await awake(page);
  expect(asked).toEqual([]);

  await ticks(page, true);
  await expect(cards(page)).toHaveCount(2);
  await expect(page.locator("[data-seen]")).toContainText("2 things you looked at in this browser are in your account now.");
  await everybodyCanUse(page);
  const here = await kept(page);

  // A telephone of the family: somebody else has looked at a lamp there.
  const family = await (await browser.newContext({ baseURL })).newPage();
  await looksAt(family, "pebble-lamp");
  await family.goto("/en/account/sign-in");
  await awake(family);
  const form = family.locator("form[action='/api/account/sign-in']");
  await form.locator("[name=email]").fill(ada);
  await form.locator("[name=password]").fill(password);
  await form.locator("button[type=submit]").click();
  await expect(family.getByRole("heading", { level: 1 })).toHaveText("Your account");
  await expect(family.locator("[data-seen]")).toContainText("One thing you looked at in this browser is in your account now.");
  await expect.poll(async () => (await kept(family))?.split("\n").length).toBe(3);
  const joined = await kept(family);
  expect(joined!.endsWith(here!)).toBe(true);
  await family.getByRole("button", { name: "Not mine: take them out again" }).click();
  await expect(family.getByRole("status")).toHaveText("They are out of your account again.");
  await expect(cards(family)).toHaveCount(2);
  await expect.poll(() => kept(family)).toBe(here);

  // It goes on: what is looked at here now is there, too, first.
  await looksAt(family, "ridge-mug");
  await family.goto("/en/account/seen");
  await expect(cards(family).first()).toHaveText(/Ridge mug/);
  await expect(family.locator("[data-seen]")).toContainText("One thing");
  await page.goto("/en/account/seen");
  await expect(cards(page).first()).toHaveText(/Ridge mug/);
  await expect.poll(async () => kept(page)).toBe(await kept(family));
  await looksAt(page, "carbon-pan");
  await expect(page.locator("#seen")).toContainText("Your account keeps them, as you asked.");

  // Whoever sits down next sees nothing of it.
  await signOut(family);
  expect(await kept(family)).toBeNull();
  await family.context().close();

  await ticks(page, false);
  await expect(page.locator("[data-seen]")).toHaveCount(0);
  await looksAt(page, "pebble-lamp");
  await expect(page.locator("#seen")).toContainText("Only this browser remembers them.");
});
