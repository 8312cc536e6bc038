// Somebody who works in the shop.
import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";

const password = "four plain words here";

/** Takes somebody of a new name in, as whoever owns the shop does. */
export function takeIn(shop = { url: process.env.SHOP_URL, data: process.env.SHOP_DATA }): string {
  const name = `ada-${Math.random().toString(36).slice(2, 10)}`;
  const env = { ...process.env, CARTWRIGHT_DATA: shop.data, CARTWRIGHT_ORIGIN: shop.url };
  execFileSync(process.env.SHOP_PROGRAM ?? "", ["staff", "add", name], { input: `${password}\n`, env });
  return name;
}

/** Signs in, and comes to where one wanted to go. */
export async function signIn(page: Page, name: string, to: string): Promise<void> {
  await page.goto(to);
  await page.locator("#name").fill(name);
  await page.locator("#password").fill(password);
  await page.locator("form[action='/api/desk/sign-in'] button").click();
  await page.waitForURL((url) => url.pathname === to);
}
