// Telling what is wrong with an order, with pictures: on every device, with script and without.
import { deflateSync } from "node:zlib";
import { crc32 } from "node:zlib";
import { everybodyCanUse } from "./support/axe.ts";
import { buy, goods } from "./support/buying.ts";
import { signIn, takeIn } from "./support/desk.ts";
import { expect, test } from "./support/shop.ts";

/** A PNG of one colour. */
function png(width: number, height: number, [red, green, blue]: [number, number, number]): Buffer {
  const long = (number: number) => Buffer.from([number >>> 24, number >>> 16, number >>> 8, number].map((byte) => byte & 255));
  const chunk = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
    return Buffer.concat([long(content.length), body, long(crc32(body))]);
  };
  const row = Buffer.concat([Buffer.from([0]), Buffer.concat(Array.from({ length: width }, () => Buffer.from([red, green, blue])))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const head = Buffer.concat([long(width), long(height), Buffer.from([8, 2, 0, 0, 0])]);
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([begin, chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

test("pictures go with what is wrong, and what is none is named without anything being lost", async ({ page, browser, complaints }) => {
  test.slow();
  // A picture opened by itself may run nothing, not even what looks into pages for these tests.
  complaints.expect(/Blocked script execution in '[^']*\/photos\//);
  complaints.expect(/origin-keyed agent cluster.*\/photos\//s);
  await buy(page, goods.candle);
  await page.getByRole("link", { name: "Tell us what is wrong" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What is wrong with order");
  await everybodyCanUse(page);
  await page.getByRole("radio", { name: "It is damaged" }).check();
  await page.getByLabel("In your own words").fill("The wick is gone.");
  await page.getByLabel("Choose pictures").setInputFiles([
    { name: "candle.png", mimeType: "image/png", buffer: png(640, 480, [180, 90, 40]) },
    { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("not a picture") },
  ]);
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByRole("alert")).toContainText("notes.png");
  await expect(page.getByLabel("In your own words")).toHaveValue("The wick is gone.");
  await expect(page.getByRole("radio", { name: "It is damaged" })).toBeChecked();
  await expect(page.getByRole("img", { name: "Picture 1 of 1" })).toBeVisible();
  await everybodyCanUse(page);
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.locator("#problems")).toContainText("The wick is gone.");
  const picture = page.locator("#problems").getByRole("img", { name: "Picture 1 of 1" });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(320);
  await everybodyCanUse(page);
  const order = page.url();

  const desk = await browser.newPage({ baseURL: new URL(order).origin });
  await signIn(desk, takeIn(), "/desk/problems");
  const told = desk.locator("section.notice").filter({ hasText: "The wick is gone." }).first();
  await expect(told.getByRole("img")).toBeVisible();
  await everybodyCanUse(desk);
  await desk.close();

  // Opened large, it is the whole window's; and nobody else's.
  await page.goto(order);
  const large = await page.locator("#problems .problem-photos a").getAttribute("href");
  await page.locator("#problems .problem-photos a").click();
  await expect(page).toHaveURL(new RegExp(`${large!.split("?")[0]}`));
  const stranger = await browser.newContext();
  const answer = await stranger.request.get(new URL(large!.split("?")[0], order).href);
  expect(answer.status()).toBe(404);
  await stranger.close();
});
