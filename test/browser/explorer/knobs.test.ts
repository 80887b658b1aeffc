import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absence, type OpenedExplorer, openExplorer } from "./support/openExplorer.js";

const TIME = 60_000;
const known = async (page: Page) =>
  Number.parseInt((await page.locator(".content [role=status]").first().textContent()) ?? "", 10);

describe.skipIf(absence !== null)(`the view Knobs${absence === null ? "" : ` (${absence})`}`, () => {
  let opened: OpenedExplorer;
  let page: Page;

  beforeAll(async () => {
    opened = await openExplorer("#/knobs?x=gamma&y=batch&size=8&quantity=rate");
    page = opened.page;
    await page.getByText("All 81 points are computed.").waitFor({ timeout: TIME });
  }, TIME);

  afterAll(async () => {
    expect(opened.errors).toEqual([]);
    await opened.close();
  });

  it("chooses the point that is clicked, and opens it in the view Rates", async () => {
    const box = (await page.locator(".plot svg.picks").boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height * 0.5);
    await expect.poll(() => page.url()).toMatch(/gamma=1\.\d+/);
    const said = (await page.getByText(/^Chosen: gamma/).textContent())!;
    const [, rate] = /rate ([\d.]+) ±/.exec(said)!;
    await page.getByRole("link", { name: "Open Rates at this point" }).click();
    await page.getByRole("cell", { name: rate! }).first().waitFor({ timeout: TIME });
    await page.goBack();
    await page.getByText("All 81 points are computed.").waitFor({ timeout: TIME });
  });

  it("has the axes of the paper's figures", async () => {
    await page.getByRole("button", { name: "4a" }).click();
    await page.getByText("All 65 points are computed.").waitFor({ timeout: TIME });
    await expect.poll(() => page.url()).toContain("y=none");
    await page.getByRole("cell", { name: "0.02", exact: true }).waitFor();
  });

  it("stops, and goes on where it was", async () => {
    await page.goto(`${opened.url}#/knobs?size=32`);
    await page.getByText(/^[1-9]\d* of 1089 points/).waitFor({ timeout: TIME });
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Resume" }).waitFor();
    const before = await known(page);
    expect(before).toBeLessThan(1089);
    await page.waitForTimeout(300);
    expect(await known(page)).toBe(before);
    await page.getByRole("button", { name: "Resume" }).click();
    await expect.poll(() => known(page), { timeout: TIME }).toBeGreaterThan(before);
    await page.getByRole("button", { name: "Stop" }).click();
  });

  it("exports every point that is known", async () => {
    await page.goto(`${opened.url}#/knobs?x=gamma&y=batch&size=8`);
    await page.getByText("All 81 points are computed.").waitFor({ timeout: TIME });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".exports").getByRole("button", { name: "CSV" }).click(),
    ]);
    expect(
      readFileSync((await download.path())!, "utf8")
        .trim()
        .split("\r\n"),
    ).toHaveLength(82);
  });

  it("explains axes that are no picture", async () => {
    await page.getByLabel("Across").selectOption("batch");
    await page.getByText("Both axes are batch: choose another one.").waitFor();
  });
});
