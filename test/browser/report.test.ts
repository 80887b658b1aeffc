/** A report in a real browser, from a file, with no network. */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { theoria, words } from "../cli/support.js";
import { absence, executable } from "./support/chromium.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
afterAll(() => rmSync(folder, { recursive: true }));

interface Opened {
  readonly page: Page;
  /** What the browser complains of: errors, refusals of the page's policy. */
  readonly complaints: string[];
  /** Addresses that are asked for, besides the page itself. */
  readonly requests: string[];
}

describe.skipIf(absence !== null)("a report in Chromium", () => {
  let browser: Browser;
  const file = join(folder, "report.html");

  beforeAll(async () => {
    const { code } = await theoria(
      words(`report gelu --batch 8,64,inf --width 64 --depth 10 --samples 3 --out ${file}`),
    );
    expect(code).toBe(0);
    browser = await chromium.launch({ executablePath: executable!, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  async function opened(width: number, options: { colorScheme?: "light" | "dark"; bypassCSP?: boolean } = {}) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true, ...options });
    const page = await context.newPage();
    const found: Opened = { page, complaints: [], requests: [] };
    page.on("console", (message) => found.complaints.push(message.text()));
    page.on("pageerror", (error) => found.complaints.push(String(error)));
    page.on("request", (request) => found.requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    found.requests.splice(0, 1);
    return found;
  }

  test.each([360, 1280, 3840])(
    "at %i pixels nothing overflows, nothing is asked for, nothing is refused",
    async (width) => {
      const { page, complaints, requests } = await opened(width);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect([complaints, requests]).toEqual([[], []]);
      // the style sheet is obeyed: the policy knows its hash
      expect(await page.evaluate("getComputedStyle(document.querySelector('caption')).textAlign")).toBe("left");
      await page.close();
    },
  );

  test("is well-formed: what is parsed and written again is parsed to the same", async () => {
    const { page } = await opened(1280);
    const [once, twice, quirks] = (await page.evaluate(`(() => {
      const once = document.documentElement.innerHTML;
      return [once, new DOMParser().parseFromString("<!doctype html><html>" + once, "text/html").documentElement.innerHTML, document.compatMode];
    })()`)) as [string, string, string];
    expect(twice).toBe(once);
    expect(quirks).toBe("CSS1Compat");
    const inside = await page.evaluate(
      "[...document.querySelectorAll('p, li, caption, figcaption')].filter((node) => node.querySelector('p, table, section')).length",
    );
    expect(inside).toBe(0);
    await page.close();
  });

  test.each(["light", "dark"] as const)("has nothing that axe objects to, in a %s scheme", async (colorScheme) => {
    const { page } = await opened(1280, { colorScheme, bypassCSP: true });
    await page.addScriptTag({ path: axe });
    const violations = await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120)))",
    );
    expect(violations).toEqual([]);
    await page.close();
  });

  test("schemes differ on a screen; on paper the page is light", async () => {
    const { page } = await opened(1280, { colorScheme: "dark" });
    const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(await paper()).toBe("rgb(20, 23, 28)");
    await page.emulateMedia({ media: "print" });
    expect(await paper()).toBe("rgb(255, 255, 255)");
    await page.close();
  });

  test("prints on A4: nothing is wider than the paper, and pages are many", async () => {
    // 210 mm less two margins of 16 mm, at 96 pixels an inch
    const { page } = await opened(Math.floor((178 / 25.4) * 96));
    await page.emulateMedia({ media: "print" });
    const wide = await page.evaluate(
      "[...document.querySelectorAll('main *')].filter((node) => !node.closest('svg') && node.getBoundingClientRect().right > innerWidth + 1).map((node) => node.tagName + ' ' + node.textContent.slice(0, 40))",
    );
    expect(wide).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
    expect(pages).toBeGreaterThan(3);
    expect(pages).toBeLessThan(15);
    await page.close();
  });

  test("text that looks like markup is shown as it is", async () => {
    const hostile = join(folder, "hostile.html");
    const { code } = await theoria(words(`report "x < 1 ? x : 1" --batch 8 --no-simulation --out ${hostile}`));
    expect(code).toBe(0);
    const { page } = await opened(1280);
    await page.goto(pathToFileURL(hostile).href);
    expect(await page.textContent("h1")).toBe("Deep networks of x < 1 ? x : 1 with batch norm");
    await page.close();
  });
});
