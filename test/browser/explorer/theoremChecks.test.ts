import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { absence, type OpenedExplorer, openExplorer } from "./support/openExplorer.js";

let opened: OpenedExplorer | null = null;
const open = async (place: string) => {
  opened = await openExplorer(place);
  return opened;
};

afterEach(async () => {
  await opened?.close();
  opened = null;
});

/** Saves by a button of the section, and returns the file's name and text. */
async function saved(page: Page, section: string, format: string) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`section[aria-labelledby="${section}"]`).getByRole("button", { name: format, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync((await download.path())!, "utf8") };
}

describe.skipIf(absence !== null)(`checks of theorems${absence === null ? "" : ` (${absence})`}`, () => {
  it("are checked here, with networks and derivations, and the verdict is saved", async () => {
    const { page, errors } = await open("#/theorems/batchnorm/theorem-8?check=3");
    await page.getByRole("button", { name: "Check now" }).click();
    await page.locator(".result").waitFor({ timeout: 60_000 });
    const result = (await page.locator(".result").textContent())!;
    expect(result).toContain("holds");
    expect(result).toContain("seed 3");
    const csv = await saved(page, "check", "CSV");
    expect(csv.name).toBe("theoria-batchnorm-theorem-8-verdict.csv");
    // two ways, derivation, references, simulated networks, erratum
    for (const kind of ["routes", "exact", "reference", "simulation", "printed"]) expect(csv.text).toContain(kind);
    const json = JSON.parse((await saved(page, "check", "JSON")).text);
    expect(json.verdict.status).toBe("holds");
    expect((await saved(page, "statement", "TeX")).text).toContain("\\[");
    const point = await saved(page, "point", "JSON");
    expect(JSON.parse(point.text).checks[0].outcome).toBe("agree");
    await page.getByRole("button", { name: /Show the steps/ }).click();
    await page.locator("summary", { hasText: "18 steps" }).click({ timeout: 60_000 });
    await page.locator("details .steps li").first().waitFor({ timeout: 60_000 });
    expect(await page.locator(".steps .verdict").first().textContent()).toMatch(/proved|verified/);
    expect(errors).toEqual([]);
  });

  it("of an area are checked together, stop, and go on", async () => {
    const { page, errors } = await open("#/theorems?area=batchnorm&kind=lemma");
    const run = page.locator(".run");
    await run.getByRole("button", { name: /^Check the \d+ listed/ }).click();
    await page.locator(".statements .verdict").first().waitFor({ timeout: 60_000 });
    await run.getByRole("button", { name: "Stop" }).click();
    await run.getByText(/^Stopped after \d+ of \d+/).waitFor();
    const before = await page.locator(".statements .verdict").count();
    await run.getByRole("button", { name: /^Go on with the other/ }).click();
    await page.waitForFunction((count) => document.querySelectorAll(".statements .verdict").length > count, before);
    await run.getByRole("button", { name: "Stop" }).click();
    expect(await page.locator(".statements .verdict.refuted").count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it("list what the papers print wrongly, with the points that refute it", async () => {
    const { page, errors } = await open("#/theorems/errata");
    await page.locator(".erratum .sides-of").nth(3).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("Stopped.").waitFor();
    expect(await page.locator(".erratum").first().textContent()).toContain("its left side");
    expect(errors).toEqual([]);
  });
});
