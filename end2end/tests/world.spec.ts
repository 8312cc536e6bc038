// The shop for people anywhere: in their language and writing direction, with their address, in their money.
import { everybodyCanUse } from "./support/axe.ts";
import { cartShown, goods, goToReview, putInCart, scripted, typeAddress } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";
import type { Page } from "@playwright/test";

const languages = ["en", "lv", "ru", "th", "ar", "de", "es", "fr", "zh-Hans", "ja", "pt-BR", "hi"];

/** What the browser of somebody says who has never been here. */
const stranger = { storageState: { cookies: [], origins: [] } };

const homes: Record<string, { country: string; fields: Record<string, string> }> = {
  en: { country: "IE", fields: { line1: "12 Main Street", city: "Dublin", postcode: "D02 AF30", region: "Co. Dublin" } },
  ar: { country: "AE", fields: { line1: "شارع الوصل 12", region: "دبي" } },
  th: { country: "TH", fields: { line1: "99 ถนนสุขุมวิท", city: "คลองเตย", postcode: "10110", region: "กรุงเทพมหานคร" } },
  lv: { country: "LV", fields: { line1: "Brīvības iela 12", city: "Rīga", postcode: "LV-1010" } },
};

/** Sends the form that leads on. */
async function onward(page: Page, next: RegExp): Promise<void> {
  await page.locator("main form button.wide").click();
  await expect(page).toHaveURL(next);
}

/** Chooses the country; without script the form has a button that lays it anew. */
async function chooseCountry(page: Page, country: string): Promise<void> {
  if ((await page.locator("#country").inputValue()) === country) return;
  await page.locator("#country").selectOption(country);
  if (!scripted()) await page.locator("#relay").click();
  await expect(page).toHaveURL(/\?relaid/);
  await expect(page.locator("#country")).toHaveValue(country);
}

for (const [lang, home] of Object.entries(homes)) {
  test(`somebody buys something in ${lang}`, async ({ page }) => {
    test.slow();
    await page.context().clearCookies();
    await page.goto(`/${lang}/products/${goods.notebook}`);
    await awake(page);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
    const name = await page.locator("h1").textContent();
    await page.locator(".buy-form button[type=submit]").click();
    await expect(cartShown(page).locator(".line")).toContainText(name!);
    await page.goto(`/${lang}/checkout/address`);
    await awake(page);
    await chooseCountry(page, home.country);
    await page.locator("#email").fill("shopper@example.com");
    await page.locator("#name").fill("A. Shopper");
    for (const [id, text] of Object.entries(home.fields)) {
      const field = page.locator(`#${id}`);
      if (await field.evaluate((element) => element instanceof HTMLSelectElement)) await field.selectOption(text);
      else await field.fill(text);
    }
    await onward(page, /\/checkout\/delivery$/);
    await onward(page, /\/checkout\/payment$/);
    await page.locator("input[name=way][value=card]").check();
    await onward(page, /\/checkout\/review$/);
    await page.locator(".pay").click();
    await expect(page).toHaveURL(/\/testpay\/pay\//);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await page.locator("a[href*='card=4242424242424242']").click();
    await page.locator("#cvc").fill("123");
    await page.locator("#name").fill("A SHOPPER");
    await page.locator("main form button").first().click();
    await expect(page.locator(".thanks")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await expect(page.locator(".items")).toContainText(name!);
  });
}

test("the switch keeps the page and the cart", async ({ page }) => {
  await putInCart(page, goods.bowl);
  await page.goto("/en/products/ridge-mug");
  await page.locator(".languages").getByRole("button", { name: "Latviešu" }).click();
  await expect(page).toHaveURL(/\/lv\/products\//);
  await expect(page.locator("html")).toHaveAttribute("lang", "lv");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Krūze „Valnītis”");
  await page.goto("/lv/cart");
  await expect(page.locator("main .line")).toHaveCount(1);
});

test("the settings change where things go and what they cost, and the page one came from returns", async ({ page }) => {
  await page.goto("/en/products/carbon-pan");
  await awake(page);
  await page.locator(".footer-market a").click();
  await page.locator("main").getByLabel("Deliver to").selectOption("JP");
  await page.locator("main").getByLabel("Currency").selectOption("JPY");
  await page.locator("main form button.button").click();
  await expect(page).toHaveURL(/\/products\/carbon-pan$/);
  await expect(page.locator(".buy-price .price-now")).toContainText(/¥[\d,]+$/);
});

test.describe("somebody who has never been here", () => {
  test.use({ ...stranger, locale: "de-AT", timezoneId: "Europe/Vienna" });

  test("gets the language the browser asks for", async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/de\/$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.locator(".footer-market")).toContainText("Österreich");
  });
});

test.describe("somebody whose browser is American", () => {
  test.use({ ...stranger, locale: "en-US", timezoneId: "America/Chicago" });

  test("sees dollars once the clock agrees @script", async ({ page }) => {
    await page.goto("/en/");
    await awake(page);
    await page.goto("/en/products/carbon-pan");
    await expect(page.locator(".buy-price .price-now")).toContainText("US$");
    await expect(page.locator(".footer-market")).toContainText("United States");
  });
});

test("a change of country lays the form anew and keeps what was typed", async ({ page }) => {
  await putInCart(page, goods.bowl);
  await page.goto("/en/checkout/address");
  await awake(page);
  await typeAddress(page, { email: "ada@example.org", name: "Ada" });
  await chooseCountry(page, "JP");
  await expect(page.locator("#email")).toHaveValue("ada@example.org");
  await expect(page.locator("#name")).toHaveValue("Ada");
  await expect(page.getByLabel("Prefecture")).toBeVisible();
  await expect(page.locator(".errors")).toHaveCount(0);
});

test("a postcode brings its town @script", async ({ page }) => {
  await putInCart(page, goods.bowl);
  await page.goto("/en/checkout/address");
  await awake(page);
  await page.locator("#postcode").fill("LV-4102");
  await page.locator("#postcode").blur();
  await expect(page.locator("#city")).toHaveValue("Cēsis");
});

test("what crosses a border says what may be asked for, before it is paid", async ({ page }) => {
  // More than the five francs of tax that Switzerland does not ask for.
  await putInCart(page, goods.pan, 3);
  await page.goto("/en/checkout/address");
  await awake(page);
  await chooseCountry(page, "CH");
  await typeAddress(page, { email: "ada@example.org", name: "Ada", line1: "Bahnhofstrasse 1", postcode: "8001", city: "Zürich" });
  await onward(page, /delivery$/);
  await onward(page, /payment$/);
  await onward(page, /review$/);
  await expect(page.getByText("Import tax")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in any language, ${colorScheme} @script`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const lang of languages) {
      await test.step(lang, async () => {
        for (const path of ["", `products/${goods.bowl}`, "settings"]) {
          await page.goto(`/${lang}/${path}`);
          await awake(page);
          await everybodyCanUse(page);
        }
      });
    }
  });
}

test("nothing sticks out at 320 px in any language @script", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 700 });
  await putInCart(page, goods.bowl);
  await goToReview(page);
  for (const lang of languages) {
    for (const path of ["", `products/${goods.bowl}`, "cart", "checkout/address", "checkout/delivery", "checkout/review", "settings"]) {
      await page.goto(`/${lang}/${path}`);
      const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      expect(wide, `/${lang}/${path}`).toBe(there);
    }
  }
});

test("every letter of every language is drawn with the shop's own type or the device's @script", async ({ page }) => {
  for (const lang of ["ar", "th"]) {
    const letters: string[] = [];
    page.on("response", (response) => {
      if (/\/fonts\//.test(response.url())) letters.push(response.url());
    });
    await page.goto(`/${lang}/`);
    await page.evaluate(() => document.fonts.ready);
    expect(letters.some((address) => address.includes(lang === "ar" ? "arabic" : "thai")), letters.join("\n")).toBe(true);
  }
});
