// A shop of a test's own, whose address has a name: browsers keep passkeys for names, and the shop the other tests look at is at a
// number and packs at once.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const free = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** A shop that is open: where it is, its folder, and how it is closed. */
export type NamedShop = { url: string; data: string; close: () => void };

/** Opens one with these settings. */
export async function namedShop(settings: Record<string, string> = {}): Promise<NamedShop> {
  const { SHOP_PROGRAM: program, SHOP_SITE: site } = process.env;
  if (!program || !site) throw new Error("SHOP_PROGRAM and SHOP_SITE say what to open: run .ci/browsers.");
  const port = await free(), data = mkdtempSync(join(tmpdir(), "named-shop-"));
  const url = `http://localhost:${port}`;
  const shop = spawn(program, ["serve"], {
    stdio: "ignore",
    env: {
      ...process.env,
      CARTWRIGHT_ADDR: `127.0.0.1:${port}`, CARTWRIGHT_ORIGIN: url, CARTWRIGHT_DATA: data, CARTWRIGHT_SITE: site, CARTWRIGHT_DEMO: "on",
      ...settings,
    },
  });
  const close = () => {
    shop.kill("SIGTERM");
    rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  for (let look = 0; look < 600; look++) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) return { url, data, close };
    await new Promise((go) => setTimeout(go, 200));
  }
  close();
  throw new Error("The shop was not ready within two minutes.");
}
