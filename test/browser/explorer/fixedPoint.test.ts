import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchNorm } from "../../../src/theory/batchnorm/batchNorm.js";
import { absence, type OpenedExplorer, openExplorer } from "./support/openExplorer.js";

const WAIT = { timeout: 20_000 };

describe.skipIf(absence !== null)(`the view Fixed point${absence === null ? "" : ` (${absence})`}`, () => {
  let explorer: OpenedExplorer;
  let heard = 0;

  beforeAll(async () => {
    explorer = await openExplorer();
  });

  afterAll(() => explorer?.close());

  /** A page of its own, in the browser that is open. */
  const open = async (place: string) => {
    const { page, url, errors } = explorer;
    await page.goto("about:blank");
    heard = errors.length;
    await page.goto(url + place);
    return page;
  };
  const complaints = () => explorer.errors.slice(heard);

  it("shows the covariance layer by layer, with values to read", async () => {
    const page = await open("#/fixed-point?layer=0&layers=20");
    const layer = page.locator(".layers label");
    await page.getByRole("slider", { name: "Layer 0" }).waitFor(WAIT);
    await page.getByRole("button", { name: "Next layer" }).click();
    await expect.poll(() => layer.textContent()).toBe("Layer 1");
    await page.getByRole("button", { name: "Last" }).click();
    await expect.poll(() => layer.textContent(), WAIT).toBe("Layer 20");
    await expect.poll(() => page.url(), WAIT).toContain("layer=20");
    const reading = page.getByRole("slider", { name: "Points of Covariance of the batch" });
    await reading.focus();
    await reading.press("ArrowRight");
    expect(await reading.getAttribute("aria-valuetext")).toMatch(/^theory, layer 20: samples \d and \d, [0-9.]+$/);
    const { q } = batchNorm({ activation: "relu", batch: 8 }).fixedPoint;
    const row = page.locator("tr", { hasText: "diagonal, mean" }).first();
    expect(Number(await row.locator("td").nth(1).textContent())).toBeCloseTo(q.value, 3);
    expect(complaints()).toEqual([]);
  });

  it("plays the layers, unless the reader wants no motion", async () => {
    const page = await open("#/fixed-point?layer=0&layers=5");
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => page.locator(".layers label").textContent(), WAIT).toBe("Layer 5");
    await page.getByRole("button", { name: "Play" }).waitFor(WAIT);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expect.poll(() => page.getByRole("button", { name: "Play" }).count()).toBe(0);
    await page.emulateMedia({ reducedMotion: "no-preference" });
  });

  it("takes pasted samples, and says what is wrong with them", async () => {
    const page = await open("#/fixed-point?start=samples&layers=10");
    const field = page.getByLabel("Samples: a row each, a column a feature");
    await page.locator(".control .error", { hasText: "Paste numbers" }).waitFor(WAIT);
    await field.fill("1 2 3\n4 5 x\n");
    await page.locator(".control .error", { hasText: 'Row 2: "x" is not a number' }).waitFor(WAIT);
    await field.fill("1 0 2\n0 1 -1\n3 1 0\n-1 2 2\n2 2 2");
    await page.locator("tbody th", { hasText: "relu, batch 5: stable" }).waitFor(WAIT);
    await page.locator("table", { hasText: "The covariance at layer 3" }).waitFor(WAIT);
    await expect.poll(() => page.url(), WAIT).toContain("data=1+0+2");
    await field.fill("1 1\n1 1\n1 1\n1 1");
    await page.locator(".failure").waitFor(WAIT);
    await field.fill("9 8 7 6\n".repeat(600));
    await page.locator(".control .error", { hasText: "more than 64 rows" }).waitFor(WAIT);
    expect(page.url().length).toBeLessThan(16_000);
    expect(complaints()).toEqual([]);
  });

  it("shows the limit on both sides of alpha_c", async () => {
    const page = await open("#/fixed-point?family=power&alpha=1&batch=8&layers=20");
    await page.getByRole("button", { name: "The limit above alpha_c" }).click();
    await page.locator(".warning", { hasText: "BSB1 is unstable here" }).waitFor(WAIT);
    await expect.poll(() => page.url(), WAIT).toContain("alpha=1.94");
    await page.locator("svg text", { hasText: "BSB1, unstable" }).waitFor(WAIT);
    await page.getByRole("button", { name: "The limit below alpha_c" }).click();
    await expect.poll(() => page.locator(".warning").count(), WAIT).toBe(0);
    await page.locator("svg text", { hasText: "alpha_c" }).first().waitFor(WAIT);
    expect(complaints()).toEqual([]);
  });

  it("writes every entry and every eigenvalue into files", async () => {
    const page = await open("#/fixed-point?batch=6&layers=4&layer=4");
    await page.locator("table", { hasText: "The covariance at layer 4" }).waitFor(WAIT);
    const save = async (bar: number, format: string) => {
      const download = page.waitForEvent("download");
      await page.locator(".exports").nth(bar).getByRole("button", { name: format }).click();
      const file = await download;
      return [file.suggestedFilename(), readFileSync(await file.path(), "utf8")] as const;
    };
    const [csvName, csv] = await save(0, "CSV");
    expect(csvName).toBe("theoria-covariance.csv");
    expect(csv.trim().split("\n")).toHaveLength(37);
    const [svgName, svg] = await save(0, "SVG");
    expect(svgName).toBe("theoria-covariance.svg");
    expect(svg).toContain("one network, layer 4");
    const [, json] = await save(1, "JSON");
    const { backward } = batchNorm({ activation: "relu", batch: 6 });
    expect(JSON.parse(json).results[0].backward.L.value).toBeCloseTo(backward.L!.value, 12);
    const [, tex] = await save(1, "TeX");
    expect(tex).toContain("\\begin{tabular}");
    expect(complaints()).toEqual([]);
  });

  it("is in its address, whole, and explains what of an address it cannot take", async () => {
    const page = await open("#/fixed-point?family=power&alpha=77&batch=7&layers=6&sorted=0");
    await page.locator(".problems", { hasText: "alpha = 77" }).waitFor(WAIT);
    expect(await page.getByLabel("Batch size", { exact: true }).inputValue()).toBe("7");
    expect(await page.getByLabel("Order the samples by variance").isChecked()).toBe(false);
    await page.locator("tbody th", { hasText: "relu_power(1.3), batch 7" }).waitFor(WAIT);
    expect(complaints()).toEqual([]);
  });
});
