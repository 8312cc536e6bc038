import { test } from "./support/shop.ts";
import { awake } from "./support/shop.ts";
for (const lang of ["en", "ar"]) for (const scheme of ["light", "dark"] as const) for (const width of [390, 1280])
test(`look ${lang} ${scheme} ${width} @script`, async ({ page }) => {
  test.skip(test.info().project.name !== "desktop");
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  for (const slug of ["ridge-mug", "dip-bowl", "gale-umbrella", "comb-pillar", "carbon-pan"]) { await page.goto(`/${lang}/products/${slug}`); await awake(page); }
  await page.waitForTimeout(600);
  const shot = async (name: string, full = true) => {
    if (full) { for (let y = 0; y < 8000; y += 700) { await page.mouse.wheel(0, 700); await page.waitForTimeout(60); } await page.evaluate(() => scrollTo(0, 0)); }
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/x/shots/${name}-${lang}-${scheme}-${width}.png`, fullPage: full });
  };
  await shot("product");
  await page.goto(`/${lang}/products/pebble-lamp`); await awake(page);
  await page.locator(".option.out").first().click();
  await page.locator("#restock").waitFor(); await page.locator("#restock").scrollIntoViewIfNeeded();
  await shot("out", false);
  await page.locator("#email").fill("ilze at home"); await page.keyboard.press("Enter");
  await page.locator(".errors").waitFor();
  await shot("error", false);
  await page.locator("#email").scrollIntoViewIfNeeded();
  await shot("error2", false);
  await page.locator("#email").fill("ilze@example.com"); await page.keyboard.press("Enter");
  await page.locator(".notice.done").waitFor();
  await shot("kept", false);
});
