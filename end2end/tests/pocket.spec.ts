// The shop as an app: a new version that waits to be wanted, the home screen, the badge, a device that is moved.
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buy, goods } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";
import { kept, pushes, workerOf } from "./support/worker.ts";

test.use({ serviceWorkers: "allow", permissions: ["notifications"] });

/** The shop at an address of its own, where a newer build can be put up. */
async function rebuilt(shop: string): Promise<{ origin: string; build: () => void; server: Server }> {
  let builds = 0;
  const server = createServer((asked, answer) => {
    const there = request(new URL(asked.url!, shop), { method: asked.method, headers: asked.headers }, (found) => {
      const newer = asked.url === "/sw.js" && builds > 0, headers = { ...found.headers };
      if (newer) {
        delete headers["content-length"];
        delete headers["content-encoding"];
      }
      answer.writeHead(found.statusCode!, headers);
      if (!newer) return found.pipe(answer);
      const parts: Buffer[] = [];
      found.on("data", (part) => parts.push(part)).on("end", () => answer.end(`${Buffer.concat(parts)}\n// ${builds}`));
    });
    if (asked.url === "/sw.js") there.setHeader("accept-encoding", "identity");
    asked.pipe(there);
    there.on("error", () => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, build: () => void builds++, server };
}

test("a new version waits until it is wanted, and is not spoken of in a checkout @script", async ({ page, baseURL }) => {
  const shop = await rebuilt(baseURL!);
  await kept(page, `${shop.origin}/en/products/${goods.notebook}`);
  await page.getByRole("button", { name: "Put in cart" }).click();
  await expect(page.locator(".drawer[open] .line")).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.evaluate(() => void (document.documentElement.dataset.mark = "here"));
  shop.build();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  const notice = page.locator("#renew");
  await expect(notice).toBeVisible();
  await expect(page.locator("html[data-mark=here]"), "nothing is loaded anew by itself").toHaveCount(1);
  const waits = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
  expect(await waits()).toBe(true);
  const till = await page.context().newPage();
  await till.goto(`${shop.origin}/en/checkout/address`);
  await awake(till);
  await till.waitForLoadState("networkidle");
  await expect(till.locator("#renew"), "whoever pays is not disturbed").toHaveCount(0);
  await till.close();
  await notice.getByRole("button").click();
  await expect(page.locator("html[data-mark=here]")).toHaveCount(0);
  await awake(page);
  await expect(notice).toHaveCount(0);
  expect(await waits()).toBe(false);
  shop.server.closeAllConnections();
  shop.server.close();
});

test("who has bought is offered the home screen once, and is not asked again @script", async ({ page }) => {
  // Chromium without a screen offers nothing by itself.
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => setTimeout(() => {
      const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
        prompt: async () => void (document.documentElement.dataset.prompted = "yes"),
      });
      document.documentElement.dataset.held = String(!dispatchEvent(offer));
    }));
  });
  await page.goto("/en/");
  await expect(page.locator("html[data-held=true]"), "the browser's own offer is held back").toHaveCount(1);
  await expect(page.locator("[data-pocket=keep]")).toHaveCount(0);
  await buy(page, goods.twine);
  const offer = page.locator("[data-pocket=keep]");
  await expect(offer).toBeVisible();
  await offer.getByRole("button").first().click();
  await expect(page.locator("html[data-prompted=yes]")).toHaveCount(1);
  await expect(offer).toBeHidden();
  await page.reload();
  await awake(page);
  await expect(offer).toBeHidden();
});

test("the badge counts orders with news until they are looked at @script", async ({ page, context, complaints }) => {
  complaints.expect(/404/);
  await kept(page, "/en/help/returns");
  const worker = await workerOf(context), push = await pushes(context, page);
  await worker.evaluate(() => {
    const badges: number[] = [];
    Object.assign(self, { badges });
    Object.assign(navigator, { setAppBadge: async (many: number) => void badges.push(many) });
  });
  const badge = () => worker.evaluate(() => (self as unknown as { badges: number[] }).badges.at(-1));
  const news = (number: string, id: string) => ({ title: `Order ${number}`, body: "Comes today.", tag: number, id, url: `/en/orders/${number}`, lang: "en", dir: "ltr" });
  await push(news("AAAA", "m1"));
  await expect.poll(badge).toBe(1);
  await push(news("AAAA", "m2"));
  await push(news("BBBB", "m3"));
  await expect.poll(badge).toBe(2);
  await page.goto("/en/orders/AAAA");
  await expect.poll(badge, "it was looked at").toBe(1);
  const shown = await page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ tag }) => tag));
  expect(shown).toEqual(["BBBB"]);
});

test("a device that its push service has moved is told under its new name @script", async ({ page, context }) => {
  await page.addInitScript(() => {
    let device: unknown = null;
    PushManager.prototype.getSubscription = async () => device as PushSubscription;
    PushManager.prototype.subscribe = async () => {
      const given = await (await fetch("/dev/push/devices", { method: "POST" })).json();
      device = { toJSON: () => given, unsubscribe: async () => (device = null, true) };
      return device as PushSubscription;
    };
  });
  await buy(page, goods.bottle);
  const tell = page.locator("[data-pocket=tell]");
  await tell.getByRole("button", { name: "Tell me on this device" }).click();
  await expect(tell.locator("[role=status]")).toHaveText("This device is told.");
  const was = await page.evaluate(async () => (await (await navigator.serviceWorker.ready).pushManager.getSubscription())!.toJSON());
  const is = await page.evaluate(async () => (await fetch("/dev/push/devices", { method: "POST" })).json());
  const worker = await workerOf(context);
  await worker.evaluate(async ({ was, is }) => {
    const named = (given: { endpoint?: string }) => ({ endpoint: given.endpoint, toJSON: () => given });
    let done: Promise<unknown> | undefined;
    const event = Object.assign(new Event("pushsubscriptionchange"), {
      oldSubscription: named(was), newSubscription: named(is), waitUntil: (act: Promise<unknown>) => void (done = act),
    });
    dispatchEvent(event);
    await done;
  }, { was, is });
  const gone = ({ endpoint, keys }: PushSubscriptionJSON) => page.evaluate(async (fields) => {
    const answer = await fetch("/api/messages/device-gone", { method: "POST", body: new URLSearchParams(fields), headers: { accept: "application/json" } });
    return answer.json();
  }, { endpoint: endpoint!, auth: keys!.auth });
  expect(await gone(was), "the old name is nobody's").toBe(false);
  expect(await gone(is), "the new one is told").toBe(true);
});

test("a changed cart survives a worker that is replaced meanwhile @script", async ({ page, baseURL }) => {
  const shop = await rebuilt(baseURL!);
  await kept(page, `${shop.origin}/en/`);
  shop.build();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await expect(page.locator("#renew")).toBeVisible();
  await page.goto(`${shop.origin}/en/products/${goods.candle}`);
  await awake(page);
  await page.getByRole("button", { name: "Put in cart" }).click();
  await expect(page.locator(".drawer[open] .stepper input[type=number]")).toHaveValue("1");
  await page.keyboard.press("Escape");
  const loaded = page.waitForEvent("load");
  await page.locator("#renew").getByRole("button").click();
  await loaded;
  await page.goto(`${shop.origin}/en/cart`);
  await expect(page.locator("main .stepper input[type=number]")).toHaveValue("1");
  shop.server.closeAllConnections();
  shop.server.close();
});
