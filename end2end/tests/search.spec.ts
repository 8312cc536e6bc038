// Searching: the form and its results, and suggestions while one types.
import type { Page } from "@playwright/test";
import { everybodyCanUse } from "./support/axe.ts";
import { scripted } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

/** What is typed in each language, what that becomes, and a thing it leads to. */
const languages = [
  { lang: "en", typed: "umbr", whole: "umbrella", wrong: "umbrela", thing: "gale-umbrella", name: "Gale umbrella" },
  { lang: "ar", typed: "مظل", whole: "مظلة", wrong: "مضلة", thing: "", name: "مظلة عاصفة" },
  { lang: "th", typed: "กระท", whole: "กระทะ", wrong: "กะทะเหล็ก", thing: "", name: "กระทะเหล็กคาร์บอน" },
];

const field = (page: Page) => page.locator("#search");
const list = (page: Page) => page.locator("#search-ideas");
const active = (page: Page) => page.locator("#search-ideas [aria-selected=true]");

for (const { lang, whole, wrong, name } of languages) {
  test(`a search is answered by a page, and a mistake is put right, in ${lang}`, async ({ page }) => {
    await page.goto(`/${lang}/`);
    await awake(page);
    await field(page).fill(whole);
    await field(page).press("Enter");
    await expect(page).toHaveURL(new RegExp(`/${lang}/search\\?q=`));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(whole);
    await expect(field(page)).toHaveValue(whole);
    await expect(page.locator(".card").first()).toContainText(name);
    await expect(page.getByRole("status")).toBeVisible();
    await everybodyCanUse(page);
    await page.goto(`/${lang}/search?q=${encodeURIComponent(wrong)}`);
    await expect(page.locator(".card").first()).toContainText(name);
    await page.locator(".list-head .notice a").click();
    await expect(page).toHaveURL(/as=typed/);
    await expect(page.locator(".chips .chip").first()).toBeVisible();
    await everybodyCanUse(page);
  });

  test(`suggestions are reached and followed by the keyboard alone, in ${lang} @script`, async ({ page }) => {
    await page.goto(`/${lang}/`);
    await awake(page);
    await field(page).focus();
    await page.keyboard.type(languages.find((one) => one.lang === lang)!.typed);
    await expect(list(page)).toBeVisible();
    await expect(field(page)).toHaveAttribute("aria-expanded", "true");
    await expect(page.locator("#announcer")).not.toBeEmpty();
    await everybodyCanUse(page);
    // Up from the field is the last one; on from there to the thing that is meant.
    for (let steps = 0; steps < 12; steps += 1) {
      await page.keyboard.press("ArrowUp");
      if ((await active(page).textContent())?.includes(name)) break;
    }
    await expect(active(page)).toContainText(name);
    await expect(field(page)).toHaveAttribute("aria-activedescendant", (await active(page).getAttribute("id"))!);
    const address = await active(page).getAttribute("href");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(list(page)).toBeHidden();
    await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  });
}

test("suggestions show pictures and prices, and a click or a touch leads there @script", async ({ page, isMobile }) => {
  await page.goto("/en/");
  await awake(page);
  await field(page).pressSequentially("mug");
  const thing = list(page).locator(".idea-thing").first();
  await expect(thing.locator("img")).toBeVisible();
  await expect(thing).toContainText(/€\d/);
  const address = await thing.getAttribute("href");
  await (isMobile ? thing.tap() : thing.click());
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(list(page)).toBeHidden();
});

test("what is typed over an answer that is late is not undone by it @script", async ({ page }) => {
  await page.goto("/en/");
  await awake(page);
  await page.route("**/api/search/ideas?*q=te", async (route) => {
    await new Promise((done) => setTimeout(done, 900));
    await route.continue().catch(() => undefined);
  });
  const asked = page.waitForRequest(/q=te$/);
  await field(page).pressSequentially("te", { delay: 5 });
  await asked;
  await field(page).fill("rucksack");
  await expect(list(page)).toContainText("Quay rucksack");
  await page.waitForTimeout(1000);
  await expect(list(page)).toContainText("Quay rucksack");
});

test("this browser remembers what it searched, and forgets it when told @script", async ({ page }) => {
  await page.goto("/en/");
  await awake(page);
  for (const text of ["teapot", "rug"]) {
    await field(page).fill(text);
    await field(page).press("Enter");
    await expect(page).toHaveURL(new RegExp(`q=${text}`));
    await awake(page);
  }
  await field(page).fill("");
  await expect(list(page).getByRole("option").first()).toHaveText("rug");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(field(page)).toHaveValue("teapot");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=teapot/);
  await awake(page);
  await field(page).fill("");
  await list(page).getByText("Forget these searches").click();
  await expect(list(page)).toBeHidden();
  await field(page).blur();
  await field(page).focus();
  await expect(list(page)).toBeHidden();
});

test("Escape and leaving the field close the suggestions @script", async ({ page }) => {
  await page.goto("/en/");
  await awake(page);
  await field(page).pressSequentially("lamp");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
});

test("results have pages that are links, and Back leads to where one was", async ({ page }) => {
  await page.goto("/en/search?q=oak");
  await awake(page);
  const first = page.locator(".card a").first();
  const name = await first.textContent();
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name!);
  await page.goBack();
  await expect(page).toHaveURL(/search\?q=oak$/);
  await expect(page.locator(".card a").first()).toHaveText(name!);
});

test("a search for what there is not leads on", async ({ page }) => {
  await page.goto("/en/search?q=xylophone");
  await awake(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nothing found");
  await expect(page.locator(".card")).not.toHaveCount(0);
  if (scripted()) await everybodyCanUse(page);
  await page.locator(".chip").first().click();
  await expect(page).toHaveURL(/\/en\/c\//);
});
