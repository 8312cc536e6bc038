// What axe finds on a page, as sentences; none is what a page should have.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, test } from "./shop.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Fails when the page, as it stands now, keeps somebody out. */
export async function everybodyCanUse(page: Page): Promise<void> {
  const { javaScriptEnabled = true } = test.info().project.use;
  const sentences = javaScriptEnabled ? await found(page) : await foundWithoutScript(page);
  expect(sentences, `axe on ${page.url()}`).toEqual([]);
}

// axe is a script itself, so it looks at the same address in a browser whose only script is axe.
async function foundWithoutScript(page: Page): Promise<string[]> {
  const context = await page.context().browser()!.newContext({
    javaScriptEnabled: true,
    storageState: await page.context().storageState(),
    viewport: page.viewportSize(),
  });
  await context.route(/\.(js|wasm)(\?|$)/, (route) => route.abort());
  const twin = await context.newPage();
  await twin.goto(page.url());
  const sentences = await found(twin);
  await context.close();
  return sentences;
}

async function found(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const violations: Violation[] = await page.evaluate(async (only) => {
    const axe = (window as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }).axe;
    return (await axe.run({ runOnly: only, resultTypes: ["violations"] })).violations;
  }, tags);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}\n${node.failureSummary ?? ""}`),
  );
}
