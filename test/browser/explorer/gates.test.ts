import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absence, type OpenedExplorer, openExplorer } from "./support/openExplorer.js";

const here = absence === null ? "" : ` (${absence})`;

describe.skipIf(absence !== null)(`the view of gates${here}`, () => {
  let opened: OpenedExplorer;
  /** With nothing of the page before: a training that was stopped stays so. */
  const goTo = async (place: string) => {
    await opened.page.goto(opened.url + place);
    await opened.page.reload();
  };
  /** Text of a picture. */
  const drawn = (text: string | RegExp) => opened.page.locator("svg text").filter({ hasText: text }).first();

  beforeAll(async () => {
    opened = await openExplorer("#/gates?width=6&depth=2&epochs=40");
  }, 15_000);
  afterAll(() => opened?.close());

  it("trains two networks at once, and shows the epoch that is chosen", async () => {
    const { page } = opened;
    await page.getByText("trained: 40 of 40 epochs").waitFor();
    await drawn("Overlap kernel, DLGN, epoch 40").waitFor();
    await page.getByRole("slider", { name: "Epoch that is shown" }).fill("3");
    await drawn("Overlap kernel, DLGN, fixed gates, epoch 3").waitFor();
    await page.waitForURL(/epoch=3/);
    // the permalink opens at the same place
    const address = page.url();
    await goTo("#/rates");
    await page.goto(address);
    await drawn("Overlap kernel, DLGN, epoch 3").waitFor();
  });

  it("says what is no path, and draws the one that is typed", async () => {
    const { page } = opened;
    const field = page.getByLabel("Path, a neuron each layer");
    await field.fill("1-99");
    await page.getByText("Write 2 neurons from 1 to 6, as 1-1.").waitFor();
    await field.fill("2-5");
    await drawn(/Path 2-5, DLGN, epoch/).waitFor();
  });

  it("stops, and goes on to the end when resumed", async () => {
    const { page } = opened;
    await goTo("#/gates?beside=none&width=16&depth=5&epochs=2000");
    await page.getByText(/training: [1-9]\d* of 2000/).waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText(/stopped: \d+ of 2000/).waitFor();
    const said = () => page.locator(".run-state").innerText();
    const before = Number(/\d+/.exec(await said())![0]);
    await page.getByRole("button", { name: "Resume" }).click();
    await expect.poll(async () => Number(/\d+/.exec(await said())![0]), { timeout: 10_000 }).toBeGreaterThan(before);
  }, 15_000);

  it("hands out every record as CSV, and the weights as JSON", async () => {
    const { page } = opened;
    await goTo("#/gates?beside=none&width=4&depth=1&epochs=5&seed=3");
    await page.getByText("trained: 5 of 5 epochs").waitFor();
    const save = async (format: string) => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: format, exact: true }).click(),
      ]);
      return readFileSync(await file.path(), "utf8");
    };
    const lines = (await save("CSV")).trim().split("\r\n");
    expect(lines.length).toBe(1 + 6);
    expect(lines[0]).toContain("network,epoch,loss");
    const json = JSON.parse(await save("JSON")) as { seed: number; networks: { weights: { W: unknown[] } }[] };
    expect(json.seed).toBe(3);
    expect(json.networks[0]!.weights.W.length).toBe(1);
  }, 10_000);

  it("explains an address that it cannot take, and complains of nothing", async () => {
    const { page, errors } = opened;
    await goTo("#/gates?network=transformer&width=99&epochs=2");
    await page.locator(".problems li").first().waitFor();
    expect(await page.locator(".problems li").count()).toBe(2);
    await page.getByText("trained: 2 of 2 epochs").waitFor();
    expect(errors).toEqual([]);
  });
});
