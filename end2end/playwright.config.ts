// The release build in a real browser. `.ci/browsers` opens the shop and puts its address in SHOP_URL.
import { defineConfig } from "@playwright/test";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const desktop = { viewport: { width: 1280, height: 900 } };

// What a browser says to its maker in the background is not the shop's traffic.
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
// A shopper in Latvia who has said so; what the shop makes of somebody who has not said anything, `world` tries.
const settled = {
  name: "prefs", value: "en.LV.EUR", domain: "127.0.0.1", path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const,
};
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "tests",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // A loaded build machine may be late once; what fails twice is broken, and what passed late is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.SHOP_URL ?? "http://127.0.0.1:3000",
    locale: "en-GB",
    timezoneId: "Europe/Riga",
    storageState: { cookies: [settled], origins: [] },
    // What a worker keeps would stand between a test and the shop; `offline` and `push` allow it.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: [...quiet, ...sandbox],
    },
  },
  projects: [
    { name: "desktop", use: desktop },
    // A test whose title says @once brings its own devices: it is the same in every project.
    { name: "phone", use: phone, grepInvert: /@once/ },
    // A test whose title says @script shows what only the script can; everything else must work without.
    { name: "without script", use: { ...phone, javaScriptEnabled: false }, grepInvert: /@script/ },
  ],
});
