// The page every test gets: it fails the test when the browser has something to complain about.
import { test as base, expect, type Page } from "@playwright/test";

/** What a test expects the browser to complain about, such as the 404 it asks for. */
export interface Complaints {
  expect(pattern: RegExp): void;
}

interface Fixtures {
  complaints: Complaints & { heard: string[]; expected: RegExp[] };
}

export const test = base.extend<Fixtures>({
  complaints: async ({}, use) => {
    const expected: RegExp[] = [];
    const heard: string[] = [];
    await use({ heard, expected, expect: (pattern) => void expected.push(pattern) });
    const unexpected = heard.filter((line) => !expected.some((pattern) => pattern.test(line)));
    expect(unexpected, "the browser complained").toEqual([]);
  },

  context: async ({ context, complaints }, use) => {
    context.on("console", (message) => {
      if (message.text().startsWith("Service Worker registration blocked by Playwright")) return;
      if (message.type() === "error" || message.type() === "warning") {
        complaints.heard.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on("weberror", (error) => complaints.heard.push(`page error: ${error.error().stack ?? error.error()}`));
    context.on("requestfailed", (request) => {
      // Leaving a page ends what it was still loading; that is no failure.
      const why = request.failure()?.errorText ?? "";
      if (why !== "net::ERR_ABORTED") complaints.heard.push(`request failed: ${request.url()} ${why}`);
    });
    await use(context);
  },
});

/** Waits until the page's islands answer. Without script there is nothing to wait for. */
export async function awake(page: Page): Promise<void> {
  const { javaScriptEnabled = true } = test.info().project.use;
  if (javaScriptEnabled) await page.locator("html[data-awake]").waitFor();
}

export { expect };
