import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchNorm } from "../../../src/theory/batchnorm/batchNorm.js";
import { absence, type OpenedExplorer, openExplorer } from "./support/openExplorer.js";

const TIME = 60_000;

async function textOf(download: Download): Promise<string> {
  return readFileSync((await download.path())!, "utf8");
}

async function saved(page: Page, format: string): Promise<Download> {
  const exports = page.locator(".content > .exports");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    exports.getByRole("button", { name: format, exact: true }).click(),
  ]);
  return download;
}

describe.skipIf(absence !== null)(`the view Rates${absence === null ? "" : ` (${absence})`}`, () => {
  let opened: OpenedExplorer;
  let page: Page;

  beforeAll(async () => {
    opened = await openExplorer("#/rates?activation=gelu&activation=tanh&batch=64");
    page = opened.page;
    await page.getByRole("cell", { name: "1.19226433419" }).waitFor({ timeout: TIME });
  }, TIME);

  afterAll(async () => {
    expect(opened.errors).toEqual([]);
    await opened.close();
  });

  it("reads exact values with the pointer and with keys", async () => {
    const slider = page.getByRole("slider", { name: "Points of Rate against batch size" });
    await page.getByText("is unstable for gelu from B = 39 on").waitFor({ timeout: TIME });
    await slider.focus();
    await slider.press("Home");
    await page.getByText(/^gelu, batch 4: rate 2\.8\d+ ± \de-\d+, stable/).waitFor();
    await slider.press("ArrowRight");
    await page.getByText(/^gelu, batch 5: rate/).waitFor();
    await slider.press("ArrowDown");
    await page.getByText(/^tanh, batch 5: rate/).waitFor();
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^tanh, batch 5: rate/);
  });

  it("shows a caret where a typed activation is wrong, and goes on with the others", async () => {
    const field = page.getByLabel("Activation 1", { exact: true });
    await field.fill("tanh(x");
    await page.locator(".activation .error pre").waitFor();
    expect(await page.locator(".activation .error pre").textContent()).toMatch(/\^/);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await field.fill("");
    // an empty field stays, and is no error
    expect(await page.locator(".activation .error pre").count()).toBe(0);
    await field.fill("gelu");
    await page.getByRole("cell", { name: "gelu" }).waitFor();
  });

  it("says which numbers a box takes, and keeps the one before", async () => {
    const box = page.getByRole("spinbutton", { name: "Batch size" });
    const before = await box.inputValue();
    await box.fill("3");
    await box.press("Enter");
    await page.getByText(`An integer from 4 to 1000000; ${before} stays.`).waitFor();
    await box.blur();
    expect(await box.inputValue()).toBe(before);
    await box.fill("32");
    await box.press("Enter");
    await page.getByRole("cell", { name: "32", exact: true }).first().waitFor();
    await box.fill(before);
    await box.press("Enter");
  });

  it("adds a field below with Enter, and takes the right one away", async () => {
    await page.getByLabel("Activation 1", { exact: true }).press("Enter");
    await expect.poll(() => page.locator(".activation input").count()).toBe(3);
    await page.keyboard.type("relu");
    await page.getByRole("cell", { name: "1.49306293780" }).waitFor();
    const texts = () =>
      page.locator(".activation input").evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    expect(await texts()).toEqual(["gelu", "relu", "tanh"]);
    await page.getByRole("button", { name: "Remove gelu" }).click();
    await expect.poll(texts).toEqual(["relu", "tanh"]);
  });

  it("has everything in its address", async () => {
    await page.getByLabel("Batch size", { exact: true }).fill("100");
    await page.getByLabel("Batch size", { exact: true }).press("Tab");
    await page.getByLabel("Show").selectOption("trainable-depth");
    await expect.poll(() => page.url()).toContain("quantity=trainable-depth");
    const other = await opened.context.newPage();
    await other.goto(page.url());
    await other.getByText("Numbers at batch size 100").waitFor({ timeout: TIME });
    expect(await other.getByLabel("Show").inputValue()).toBe("trainable-depth");
    expect(await other.locator(".activation input").count()).toBe(2);
    await other.close();
  });

  it("exports the whole curve as CSV, the numbers as JSON, and the picture", async () => {
    const csv = (await textOf(await saved(page, "CSV"))).trim().split("\r\n");
    expect(csv.length).toBeGreaterThan(100);
    const { rate } = batchNorm({ activation: "relu", batch: 16 });
    expect(csv.some((line) => line.startsWith(`relu,16,0,1,0,1,${rate.value},`))).toBe(true);
    const { results } = JSON.parse(await textOf(await saved(page, "JSON"))) as { results: { batch: number }[] };
    expect(results.map(({ batch }) => batch)).toEqual([100, 100]);
    const svg = await textOf(await saved(page, "SVG"));
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain("quantity=trainable-depth");
  });

  it("follows a network to where it goes, and derives the formula of its rate", async () => {
    const other = await opened.context.newPage();
    await other.goto(`${opened.url}#/rates?activation=x^2&batch=16`);
    await other.getByRole("button", { name: "Follow a network to where it goes" }).click({ timeout: TIME });
    await other.getByRole("cell", { name: "3 + 13" }).waitFor({ timeout: TIME });
    await other.locator("summary", { hasText: "About x^2" }).click();
    await other.locator("section[aria-label=Formula] math").first().waitFor({ timeout: TIME });
    await other.getByText("At B = 8 it is 2.8").waitFor();
    await other.getByRole("button", { name: "Copy TeX" }).click();
    await other.getByText("the TeX is on the clipboard").waitFor();
    // 2 (B - 1) / (B - 3)
    expect(await other.evaluate(() => navigator.clipboard.readText())).toContain("B - 3");
    await other.close();
  });

  it("goes on with a new worker when one dies", async () => {
    const other = await opened.context.newPage();
    await other.goto(`${opened.url}#/rates?activation=tanh&batch=8`);
    await other.getByRole("cell", { name: "1.35854812541" }).waitFor({ timeout: TIME });
    for (const worker of other.workers()) {
      await worker.evaluate(() => {
        setTimeout(() => {
          throw new Error("out of memory");
        });
      });
    }
    await other.waitForTimeout(200);
    await other.getByLabel("Batch size", { exact: true }).fill("64");
    await other.getByLabel("Batch size", { exact: true }).press("Tab");
    await other.getByRole("cell", { name: "1.19226433419" }).waitFor({ timeout: TIME });
    await other.close();
  });

  it("says what an address asks for and cannot have", async () => {
    const other = await opened.context.newPage();
    await other.goto(`${opened.url}#/rates?batch=3&quantity=speed&gamma=0`);
    await other.getByText("The address says batch = 3, which is not an integer from 4 to 1000000").waitFor();
    await other.getByText("The address says quantity = speed").waitFor();
    await other.getByText(/gamma = 0 is outside its domain/).waitFor({ timeout: TIME });
    await other.close();
  });
});
