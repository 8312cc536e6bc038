// What goes wrong is a clear page with the right status, and the console stays quiet.
import { goods } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

const nowhere = [
  "/en/products/no-such-thing",
  "/en/c/nowhere",
  "/en/orders/ABCDEFGH",
  "/en/orders/not!a!number",
  "/en/help/nothing",
  "/en/checkout/nothing",
  "/xx/",
  "/xx/cart",
  "/nothing-here",
  "/en/%2e%2e/%2e%2e/etc/passwd",
  "/en/c/%ff",
  `/en/products/${"long-".repeat(300)}`,
];

test("an address where nothing is says so and leads on", async ({ page, complaints }) => {
  complaints.expect(/status of 404/);
  for (const address of nowhere) {
    const answer = await page.goto(address);
    expect(answer!.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveText("There is nothing at this address");
  }
  await page.getByRole("link", { name: "Look around the shop" }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

test("an address that is too long is answered, not dropped", async ({ page }) => {
  for (const [length, statuses] of [[6_000, [404]], [200_000, [400, 404, 414, 431]]] as const) {
    const answer = await page.request.get(`/en/products/${"a".repeat(length)}`);
    expect(statuses, String(length)).toContain(answer.status());
  }
});

test("no address of the shop leads to another site", async ({ page, baseURL }) => {
  for (const address of ["//evil.example", "//evil.example/", "/\\evil.example", "/en//evil.example", "/%2f%2fevil.example/", "/en/?next=//evil.example"]) {
    const answer = await page.request.get(`${baseURL}${address}`, { maxRedirects: 0 });
    const to = answer.headers()["location"] ?? "";
    expect(new URL(to, baseURL).origin, `${address} -> ${to}`).toBe(new URL(baseURL!).origin);
  }
  const answer = await page.request.post("/api/cart/add", {
    form: { lang: "en", variant: "0", quantity: "1", back: "//evil.example/" },
    headers: { accept: "text/html", origin: baseURL! },
    maxRedirects: 0,
  });
  expect(new URL(answer.headers()["location"], baseURL).origin).toBe(new URL(baseURL!).origin);
});

test("a variant that is not made shows the product as it is sold", async ({ page }) => {
  for (const variant of ["999999", "abc", "-1", ""]) {
    const answer = await page.goto(`/en/products/${goods.bowl}?v=${variant}`);
    expect(answer!.status()).toBe(200);
    await expect(page.getByRole("button", { name: "Put in cart" })).toBeVisible();
  }
});

for (const wrong of ["0", "-3", "1000", "many"]) {
  test(`"${wrong}" is no quantity: the page says which are, and nothing is put in`, async ({ page, baseURL }) => {
    await page.goto(`/en/products/${goods.bowl}`);
    const variant = await page.locator(".buy-form [name=variant]").inputValue();
    const back = await page.locator(".buy-form [name=back]").inputValue();
    const answer = await page.request.post("/api/cart/add", {
      form: { lang: "en", variant, quantity: wrong, back },
      headers: { accept: "text/html", origin: baseURL! },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    await page.goto(answer.headers()["location"]);
    await awake(page);
    await expect(page.getByRole("alert")).toContainText("Enter a whole number from 1 to 999.");
    await page.goto("/en/cart");
    await expect(page.locator("main")).toContainText("Nothing in here yet.");
  });
}

test("a form from another site is not heard", async ({ page }) => {
  const answer = await page.request.post("/api/cart/add", {
    form: { lang: "en", variant: "1", quantity: "1" },
    headers: { accept: "text/html", origin: "https://evil.example" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(403);
  expect(answer.headers()["set-cookie"]).toBeUndefined();
});

test("an order link with a wrong key says nothing about the order", async ({ page, complaints }) => {
  complaints.expect(/status of 404/);
  const answer = await page.goto("/en/orders/23456789AB?key=wrong&paid");
  expect(answer!.status()).toBe(404);
  await expect(page.locator("main")).not.toContainText("23456789AB");
});
