// For everybody: with a reader, a keyboard, a small screen, right to left, at night, without motion.
import type { Locator, Page } from "@playwright/test";
import { everybodyCanUse } from "./support/axe.ts";
import { cards, goods, goToReview, ilze, payWith, placeOrder, putInCart, thanked, typeAddress } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

interface Stop {
  name: string;
  go(page: Page): Promise<unknown>;
}

const at = (address: string) => async (page: Page) => {
  await page.goto(address);
  if (!address.startsWith("/testpay")) await awake(page);
};

/** Every page on the way from the first to the delivered parcel, in that order: each stop needs the ones before. */
const way: Stop[] = [
  { name: "first page", go: at("/en/") },
  { name: "category", go: at("/en/c/kitchen?sort=price") },
  { name: "no orders", go: at("/en/orders") },
  { name: "empty cart", go: at("/en/cart") },
  { name: "product with sold-out variants", go: at("/en/products/felt-slippers") },
  { name: "drawer", go: (page) => putInCart(page, goods.bowl, 2) },
  { name: "cart", go: at("/en/cart") },
  { name: "address", go: at("/en/checkout/address") },
  {
    name: "address with errors",
    go: async (page) => {
      await page.getByRole("button", { name: "Continue to delivery" }).click();
      await expect(page.locator(".errors")).toBeFocused();
    },
  },
  {
    name: "delivery",
    go: async (page) => {
      await typeAddress(page, ilze);
      await page.getByRole("button", { name: "Continue to delivery" }).click();
      await expect(page).toHaveURL(/delivery$/);
    },
  },
  {
    name: "payment",
    go: async (page) => {
      await page.getByRole("button", { name: "Continue to payment" }).click();
      await expect(page).toHaveURL(/payment$/);
    },
  },
  { name: "review", go: goToReview },
  { name: "provider", go: placeOrder },
  {
    name: "provider with errors",
    go: async (page) => {
      await page.getByRole("button", { name: /^Pay / }).click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "unpaid order", go: (page) => page.getByRole("link", { name: /without paying/ }).click() },
  {
    name: "paid order",
    go: async (page) => {
      await placeOrder(page);
      await payWith(page, cards.pays);
      await thanked(page);
    },
  },
  {
    name: "delivered order",
    go: (page) => expect(page.locator(".way-state")).toHaveText("Delivered", { timeout: 20_000 }),
  },
  { name: "orders", go: at("/en/orders") },
  { name: "help", go: at("/en/help/returns") },
  { name: "nothing there", go: at("/en/nothing") },
];

/** What sticks out of the page at the side. */
async function wide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || (box.right <= root.clientWidth + 1 && box.left >= -1)) return false;
      for (let up = element.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX !== "visible") return false;
      return true;
    });
    return [`${root.scrollWidth} > ${root.clientWidth}`, ...out.slice(0, 5).map((element) => `${element.tagName}.${element.className}`)];
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the way through the shop, ${colorScheme} @script`, async ({ page, complaints }) => {
    test.slow();
    complaints.expect(/status of (404|422|400)/);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const { name, go } of way) {
      await test.step(name, async () => {
        await go(page);
        await everybodyCanUse(page);
      });
    }
  });
}

test("nothing sticks out at 320 px, in both directions @script", async ({ page, complaints }) => {
  test.slow();
  complaints.expect(/status of (404|422|400)/);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const { name, go } of way) {
    await test.step(name, async () => {
      await go(page);
      expect(await wide(page), name).toEqual([]);
      await page.locator("html").evaluate((html) => html.setAttribute("dir", "rtl"));
      expect(await wide(page), `${name}, right to left`).toEqual([]);
      await page.locator("html").evaluate((html) => html.setAttribute("dir", "ltr"));
    });
  }
});

test("the drawer comes from the end of the line in both directions @script", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height: 900 });
  await putInCart(page, goods.bowl);
  const drawer = page.locator(".drawer");
  expect((await drawer.boundingBox())!.x).toBeGreaterThan(600);
  await page.locator("html").evaluate((html) => html.setAttribute("dir", "rtl"));
  expect((await drawer.boundingBox())!.x).toBe(0);
});

/** Presses Tab until the keyboard is on it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < 120; pressed++) {
    if ((await wanted.count()) > 0 && (await wanted.first().evaluate((element) => element === document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${wanted} cannot be reached with Tab`);
}

async function press(page: Page, wanted: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

test("a whole purchase is made with the keyboard alone @script", async ({ page }) => {
  test.slow();
  await page.goto("/en/");
  await awake(page);
  await press(page, page.locator(".rooms").getByRole("link", { name: /Table/ }), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await press(page, page.getByRole("link", { name: "Dipped soup bowl" }), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await press(page, page.getByRole("button", { name: "Put in cart" }), "Space");
  await expect(page.locator(".drawer .line")).toHaveCount(1);
  await press(page, page.getByRole("link", { name: "Check out as a guest" }), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where does it go?");
  for (const [field, text] of Object.entries(ilze)) {
    await tabTo(page, page.locator(`#${field}`));
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/delivery$/);
  await tabTo(page, page.locator("input[type=radio]:checked"));
  const before = await page.locator("input[type=radio]:checked").getAttribute("value");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("input[type=radio]:checked")).not.toHaveAttribute("value", before!);
  await press(page, page.getByRole("button", { name: "Continue to payment" }), "Space");
  await expect(page).toHaveURL(/payment$/);
  await press(page, page.getByRole("button", { name: "Continue to review" }), "Enter");
  await expect(page).toHaveURL(/review$/);
  await press(page, page.locator(".pay"), "Enter");
  await expect(page).toHaveURL(/testpay/);
  await press(page, page.getByRole("link", { name: cards.pays }), "Enter");
  await expect(page.getByLabel("Card number")).toHaveValue(/4242/);
  await tabTo(page, page.getByLabel("Security code"));
  await page.keyboard.type("123");
  await tabTo(page, page.getByLabel("Name on the card"));
  await page.keyboard.type("I BERZINA");
  await page.keyboard.press("Enter");
  await thanked(page);
});

test("who wants less motion gets none @script", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addInitScript(() => {
    const start = document.startViewTransition?.bind(document);
    if (start) document.startViewTransition = (...given) => (document.documentElement.setAttribute("data-moved", ""), start(...given));
  });
  await putInCart(page, goods.bowl);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.keyboard.press("Escape");
  await page.locator(".menu").getByRole("link", { name: "Kitchen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kitchen");
  await expect(page.locator("html[data-moved]")).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.locator(".menu").getByRole("link", { name: "Table" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Table");
  await expect(page.locator("html[data-moved]")).toHaveCount(1);
});
