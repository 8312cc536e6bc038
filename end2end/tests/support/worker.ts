// Pages under the shop's worker.
import type { BrowserContext, Page, Worker } from "@playwright/test";
import { awake } from "./shop.ts";

/** Opens a page, and once more under the worker, which then keeps it. */
export async function kept(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((go) => navigator.serviceWorker.addEventListener("controllerchange", go));
  });
  await page.reload();
  await awake(page);
}

/** The worker itself. */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker");
}

/** Gives a worker news, as its push service does. */
export async function pushes(context: BrowserContext, page: Page): Promise<(news: object) => Promise<void>> {
  const cdp = await context.newCDPSession(page);
  const registered = new Promise<string>((found) => {
    cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      if (registrations[0]) found(registrations[0].registrationId);
    });
  });
  await cdp.send("ServiceWorker.enable");
  const registrationId = await registered, origin = `${new URL(page.url()).origin}/`;
  return async (news) => void (await cdp.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data: JSON.stringify(news) }));
}
