import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { absence, type OpenedExplorer, type OpenOptions, openExplorer } from "./support/openExplorer.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Kilobytes of JavaScript, compressed, before the first view answers. */
const BUDGET_KB = 250;

let opened: OpenedExplorer | null = null;
const open = async (place = "", options: OpenOptions = {}) => {
  opened = await openExplorer(place, options);
  return opened;
};

afterEach(async () => {
  await opened?.close();
  opened = null;
});

/** The places of all views, from the page's own navigation. */
const placesOf = ({ page }: OpenedExplorer) =>
  page.locator("nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")!));

/** Once nothing has been asked for during half a second. */
async function settled({ page, requests }: OpenedExplorer): Promise<void> {
  for (let before = -1; before !== requests.length; ) {
    before = requests.length;
    await page.waitForTimeout(500);
  }
}

describe.skipIf(absence !== null)(`the explorer${absence === null ? "" : ` (${absence})`}`, () => {
  it("answers at once, and carries less than the budget of JavaScript until then", async () => {
    const explorer = await open();
    const { page, requests, url, context } = explorer;
    await page.locator("table").first().waitFor();
    expect(await page.title()).toContain("Rates");
    // again without what is loaded for later
    await context.addInitScript("window.requestIdleCallback = () => 0;");
    requests.splice(0);
    await page.reload();
    await page.locator("table").first().waitFor();
    const scripts = requests.filter((address) => address.endsWith(".js"));
    const sizes = await Promise.all(
      [...new Set(scripts)].map(
        async (address) => gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length,
      ),
    );
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(scripts.length).toBeGreaterThan(2);
    expect(kilobytes).toBeGreaterThan(20);
    expect(kilobytes).toBeLessThan(BUDGET_KB);
    expect(requests.every((address) => address.startsWith(url))).toBe(true);
  });

  it("asks for nothing after it is loaded: every view works without a network", async () => {
    const explorer = await open();
    const { page, context, requests, errors } = explorer;
    await page.locator("table").first().waitFor();
    await settled(explorer);
    await context.setOffline(true);
    const before = requests.length;
    for (const place of await placesOf(explorer)) {
      await page.locator(`nav a[href="${place}"]`).click();
      await page.locator("main .view").waitFor();
      await page.waitForTimeout(300);
      expect(await page.locator("main .failure").allTextContents(), place).toEqual([]);
    }
    expect(requests.slice(before).filter((address) => !address.startsWith("blob:"))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("refuses scripts from text: no eval, nothing inline, no address of others", async () => {
    const explorer = await open();
    const { page } = explorer;
    // what the debugger runs itself is free of the policy: it only listens for a click
    await page.evaluate(() => {
      const tried: Record<string, boolean> = {};
      Object.assign(window, { tried });
      document.addEventListener("click", async () => {
        try {
          // biome-ignore lint/security/noGlobalEval: it must be refused
          // biome-ignore lint/complexity/noCommaOperator: an indirect call
          (0, eval)("1");
          tried.eval = false;
        } catch {
          tried.eval = true;
        }
        const script = document.createElement("script");
        script.textContent = "window.inlineHasRun = true";
        document.head.append(script);
        tried.inline = !("inlineHasRun" in window);
        tried.fetch = await fetch("./index.html").then(
          () => false,
          () => true,
        );
      });
    });
    await page.locator("h1").click();
    await page.waitForFunction(() => "fetch" in (window as never as { tried: object }).tried);
    const refused = await page.evaluate(() => (window as never as { tried: object }).tried);
    expect(refused).toEqual({ eval: true, inline: true, fetch: true });
  });

  it("goes back and forward, and reads nonsense in the address without falling over", async () => {
    const explorer = await open("#/rates?activation=tanh&batch=8");
    const { page, errors } = explorer;
    await page.locator("td", { hasText: "1.35854812541" }).first().waitFor();
    const places = await placesOf(explorer);
    if (places.length > 1) {
      await page.locator(`nav a[href="${places[1]}"]`).click();
      await page.waitForFunction((place) => location.hash === place, places[1]);
      await page.goBack();
      await page.locator("td", { hasText: "1.35854812541" }).first().waitFor();
    }
    for (const place of [
      "#/__proto__?constructor=1",
      `#/rates?batch=${"9".repeat(20_000)}`,
      "#/rates?activation=%00%ff&batch=-1",
    ]) {
      await page.goto(explorer.url + place);
      await page.locator("main .view").waitFor();
    }
    expect(errors).toEqual([]);
  });

  it.each([
    ["light", 1280],
    ["dark", 360],
  ] as const)("is accessible in all views: %s, %i pixels wide", async (scheme, width) => {
    const explorer = await open("", { scheme, width, height: 800 });
    const { page } = explorer;
    for (const place of await placesOf(explorer)) {
      await page.goto(explorer.url + place);
      await page.locator("main .view").waitFor();
      await page.waitForTimeout(400);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide, `${place} is wider than the window`).toBeLessThanOrEqual(0);
      // through the debugger, which the page's policy does not bind
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe: checker } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
      });
      expect(violations, place).toEqual([]);
    }
  });
});
