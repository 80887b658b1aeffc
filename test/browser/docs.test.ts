/** The site that `npm run docs` makes: its pages are there, its links lead somewhere, and it asks nothing of other servers. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import katex from "katex";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { theorems } from "../../src/theorems/index.js";
import { absence, type OpenedPage, openPage } from "./support/chromium.js";
import type { Served } from "./support/serveFiles.js";
import { serveFolder } from "./support/serveFolder.js";

const site = fileURLToPath(new URL("../../site/", import.meta.url));
const pagesThere = existsSync(join(site, "index.html"));
// where it must be, a missing site fails the first test
const skipped = !pagesThere && process.env.THEORIA_BROWSER_TESTS !== "1";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const base = process.env.THEORIA_DOCS_BASE ?? "/";

const pages = (): string[] =>
  readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html") && !name.startsWith("explorer/") && name !== "404.html")
    .map((name) => name.replaceAll("\\", "/"));

const html = new Map<string, string>();
const textOf = (page: string): string => {
  const known = html.get(page) ?? readFileSync(join(site, page), "utf8");
  html.set(page, known);
  return known;
};

describe.skipIf(skipped)("the documentation as a site (skipped where it is not built: npm run docs)", () => {
  test("has the documents, a page for every theorem, the errata, and every public module", () => {
    const there = new Set(pages());
    for (const { id } of theorems) expect(there, id).toContain(`reference/theorems/${id}.html`);
    const others = ["index", "tutorial", "limits", "cli", "concepts/stability", "howto/python", "reference/errata"];
    for (const page of [...others, "reference/benches", "reference/api/theoria", "reference/theorems/index"]) {
      expect(there).toContain(`${page}.html`);
    }
    expect(existsSync(join(site, "explorer/index.html"))).toBe(true);
  });

  test("has no link that leads nowhere, anchors among them", () => {
    const broken: string[] = [];
    for (const page of pages()) {
      for (const [, href] of textOf(page).matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        if (/^(https?:|mailto:|data:)/.test(href!)) continue;
        const [path, anchor] = decodeURI(href!.replaceAll("&amp;", "&")).split("#");
        const own = path!.startsWith("/") ? path!.slice(base.length) : join(dirname(page), path!);
        const target = path === "" ? page : `${own}${own === "" || own.endsWith("/") ? "index.html" : ""}`;
        if (!existsSync(join(site, target))) broken.push(`${page}: ${href}`);
        else if (anchor && target.endsWith(".html") && !target.startsWith("explorer/"))
          if (!textOf(relative(site, join(site, target))).includes(`id="${anchor}"`)) broken.push(`${page}: ${href}`);
      }
    }
    expect(broken).toEqual([]);
  }, 60_000);

  test("has formulas that KaTeX draws: those of proofs too, which pages draw when they are looked at", () => {
    let count = 0;
    for (const page of pages().filter((name) => name.startsWith("reference/"))) {
      for (const [, escaped] of textOf(page).matchAll(/<div class="tex">(.*?)<\/div>/gs)) {
        const tex = escaped!.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => entities[name]!);
        expect(() => katex.renderToString(tex, { throwOnError: true }), `${page}: ${tex}`).not.toThrow();
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(1000);
  }, 60_000);
});

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };

describe.skipIf(skipped || absence !== null)("the site in a browser", () => {
  let served: Served;
  let opened: OpenedPage;
  const foreign: string[] = [];

  beforeAll(async () => {
    served = await serveFolder(site, base);
    opened = await openPage(`${served.url}tutorial.html`);
    opened.page.on("request", (request) => {
      if (!request.url().startsWith(served.url) && !request.url().startsWith("data:")) foreign.push(request.url());
    });
    await opened.page.reload({ waitUntil: "networkidle" });
  });
  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });

  const rate = (page: Page) => page.locator(".live td").first();
  const activation = (page: Page) => page.locator(".live").getByRole("textbox", { name: "Activation" });
  const batch = (page: Page) => page.locator(".live").getByRole("spinbutton", { name: "Batch size" });

  test("computes a rate in the page, another one when the reader types, and says what it refuses", async () => {
    const { page } = opened;
    await expect.poll(() => rate(page).textContent(), { timeout: 15_000 }).toContain("1.35854812541");
    await activation(page).fill("relu");
    await expect.poll(() => rate(page).textContent(), { timeout: 15_000 }).toContain("1.78818997666");
    await activation(page).fill("relu(");
    await expect.poll(() => page.getByRole("alert").textContent(), { timeout: 15_000 }).toContain("parenthesis");
    await activation(page).fill("relu");
    await batch(page).fill("1");
    await expect.poll(() => page.getByRole("alert").textContent(), { timeout: 15_000 }).toContain("batch");
  });

  test("finds a theorem by its words, and draws its proof when it is opened", async () => {
    const { page } = opened;
    await page.keyboard.press("Control+k");
    await page.locator(".VPLocalSearchBox input").fill("decreases to pi");
    await page.locator(".VPLocalSearchBox .result").first().click({ timeout: 15_000 });
    await page.waitForURL(/theorem-8-limit/);
    await page.locator(".vp-doc details summary").first().click();
    await expect.poll(() => page.locator(".vp-doc .tex.drawn .katex").count(), { timeout: 15_000 }).toBeGreaterThan(3);
  });

  test("has room on a telephone: no page is wider than 360 pixels", async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 360, height: 740 });
    for (const name of ["reference/theorems/batchnorm/theorem-8.html", "reference/benches.html", "cli.html"]) {
      await page.goto(served.url + name, { waitUntil: "networkidle" });
      expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBeLessThanOrEqual(360);
    }
  });

  test("can be read by everybody: axe finds nothing, in light and dark", async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 1300, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const name of ["index.html", "reference/theorems/batchnorm/theorem-8.html", "concepts/stability.html"]) {
        await page.goto(served.url + name, { waitUntil: "networkidle" });
        await page.evaluate(axe);
        // the theme's search button shows its keys beside its name
        const found = await page.evaluate(
          'axe.run(document, { rules: { "label-content-name-mismatch": { enabled: false } } }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
        );
        expect(found, `${name}, ${colorScheme}`).toEqual([]);
      }
    }
  });

  test("asks nothing of other servers, and no page fails", () => {
    expect(foreign).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});
