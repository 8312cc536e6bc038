// Notices on a device: asked for by a press, shown by the worker, gone when the order is looked at.
import { cards, goods, goToReview, payWith, placeOrder, putInCart } from "./support/buying.ts";
import { awake, expect, test } from "./support/shop.ts";

test.use({ serviceWorkers: "allow", permissions: ["notifications"] });

test("whoever presses the button is told of the order, once for each piece of news @script", async ({ page, context, baseURL }) => {
  // Push services are on the internet; the shop's own stands in for the browser's.
  await page.addInitScript(() => {
    let device: unknown = null;
    PushManager.prototype.getSubscription = async () => device as PushSubscription;
    PushManager.prototype.subscribe = async () => {
      const given = await (await fetch("/dev/push/devices", { method: "POST" })).json();
      device = { toJSON: () => given, unsubscribe: async () => (device = null, true) };
      return device as PushSubscription;
    };
  });
  await putInCart(page, goods.bottle);
  await goToReview(page);
  await placeOrder(page);
  await page.getByRole("link", { name: /without paying/ }).click();
  await awake(page);
  const order = new URL(page.url()).pathname, number = order.split("/").at(-1)!;
  const tell = page.locator("[data-pocket=tell]");
  await tell.getByRole("button", { name: "Tell me on this device" }).click();
  await expect(tell.locator("[role=status]")).toHaveText("This device is told.");
  await placeOrder(page);
  await payWith(page, cards.pays);
  await expect(async () => expect(await (await fetch(`${baseURL}/dev/push`)).text()).toContain(number)).toPass({ timeout: 20_000 });

  const cdp = await context.newCDPSession(page);
  const registered = new Promise<string>((found) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      if (registrations[0]) found(registrations[0].registrationId);
    });
  });
  await cdp.send("ServiceWorker.enable");
  const registrationId = await registered, origin = new URL(baseURL!).origin + "/";
  const news = { title: `Order ${number}`, body: "Comes today.", tag: number, id: "m1", url: order, lang: "en", dir: "ltr" };
  const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((one) => `${one.title}: ${one.body}`));
  await page.goto("/en/help/returns");
  for (let time = 0; time < 2; time++) {
    await cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data: JSON.stringify(news) });
    await expect.poll(shown).toEqual([`Order ${number}: Comes today.`]);
  }
  await page.goto(order);
  await awake(page);
  await expect.poll(shown, "the order was looked at").toEqual([]);
});
