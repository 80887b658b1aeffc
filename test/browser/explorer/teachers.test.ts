import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { parseAddress } from "../../../src/web/address/address.js";
import { readFields } from "../../../src/web/address/readFields.js";
import { moveStudentsTask } from "../../../src/web/views/teachers/moveStudentsTask.js";
import { settingOf, teachersFields } from "../../../src/web/views/teachers/teachersFields.js";
import { collect } from "../../web/support/collect.js";
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

const WAIT = { timeout: 20_000 };

const stateOf = async ({ page }: OpenedExplorer) => (await page.locator(".run .run-state").textContent()) ?? "";
/** Steps made, as the page says. */
const stepsOf = async (explorer: OpenedExplorer) => Number(/: (\d+)/.exec(await stateOf(explorer))![1]);
const says = ({ page }: OpenedExplorer, text: RegExp) =>
  page.locator(".run .run-state").filter({ hasText: text }).waitFor(WAIT);

/** Every worker throws where nobody catches. */
const crash = ({ page }: OpenedExplorer) =>
  Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() => {
        setTimeout(() => {
          throw new Error("out of luck");
        });
      }),
    ),
  );

const small = "#/teachers?teachers=2&students=3&steps=200&seed=6";

describe.skipIf(absence !== null)(`the view Teachers${absence === null ? "" : ` (${absence})`}`, () => {
  it("trains students as the engine does, and writes every step into files", async () => {
    const explorer = await open(small);
    const { page, errors } = explorer;
    await says(explorer, /trained: 200 of 200 steps/);
    const { values } = readFields(teachersFields, parseAddress(small));
    const { pieces } = await collect(moveStudentsTask, { ...settingOf(values), from: null });
    const download = page.waitForEvent("download");
    await page.locator(".exports").getByRole("button", { name: "JSON" }).click();
    const json = JSON.parse(readFileSync(await (await download).path(), "utf8"));
    expect(json.address).toContain("#/teachers?");
    expect(json.records.length).toBe(pieces.length);
    // sines of another engine may differ in the last bit
    expect(json.records.at(-1).trained.loss / pieces.at(-1)!.trained.loss).toBeCloseTo(1, 6);
    expect(json.records.at(-1).flow.loss / pieces.at(-1)!.flow!.loss).toBeCloseTo(1, 6);
    const csv = page.waitForEvent("download");
    await page.locator(".exports").getByRole("button", { name: "CSV" }).click();
    const lines = readFileSync(await (await csv).path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines.length).toBe(1 + 3 * pieces.length);
    expect(errors).toEqual([]);
  });

  it("stops, keeps what is there, and goes on", async () => {
    const explorer = await open("#/teachers?students=20&steps=20000");
    const { page, errors } = explorer;
    await expect.poll(() => stepsOf(explorer), WAIT).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Stop" }).click();
    await says(explorer, /stopped/);
    // what was on its way when the button was pressed has come by then
    await page.waitForTimeout(1000);
    const stopped = await stepsOf(explorer);
    expect(stopped).toBeLessThan(20_000);
    await page.waitForTimeout(500);
    expect(await stepsOf(explorer)).toBe(stopped);
    await page.getByRole("button", { name: "Resume" }).click();
    await expect.poll(() => stepsOf(explorer), WAIT).toBeGreaterThan(stopped);
    expect(errors).toEqual([]);
  });

  it("says when its worker dies, and goes on from the last step that is known", async () => {
    const explorer = await open("#/teachers?students=20&steps=20000");
    const { page } = explorer;
    await expect.poll(() => stepsOf(explorer), WAIT).toBeGreaterThan(50);
    await crash(explorer);
    await page.locator(".failure").filter({ hasText: "The computation stopped: " }).waitFor(WAIT);
    const kept = await stepsOf(explorer);
    expect(kept).toBeGreaterThan(50);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => stepsOf(explorer), WAIT).toBeGreaterThan(kept);
    expect(await page.locator(".failure").count()).toBe(0);
  });

  it("shows the step of the address, and puts into the address what is changed", async () => {
    const explorer = await open(`${small}&step=50`);
    const { page, errors, url } = explorer;
    await says(explorer, /trained: 200 of 200 steps/);
    await page.locator("svg text", { hasText: /Students and teachers, step (4\d|50)/ }).waitFor(WAIT);
    await page.getByLabel("Teacher nodes", { exact: true }).fill("4");
    await page.getByLabel("Teacher nodes", { exact: true }).press("Enter");
    await expect.poll(() => page.url(), WAIT).toContain("teachers=4");
    const link = page.url();
    await page.goto(`${url}#/rates`);
    await page.goto(link);
    await says(explorer, /trained: 200 of 200 steps/);
    expect(await page.getByLabel("Teacher nodes", { exact: true }).inputValue()).toBe("4");
    expect(await page.locator("table").first().locator("tbody tr").count()).toBe(4);
    expect(errors).toEqual([]);
  });

  it("explains an address that it cannot take, and shows the usual values", async () => {
    const explorer = await open("#/teachers?teachers=99&rate=<script>&steps=100");
    const { page, errors } = explorer;
    await says(explorer, /trained: 100 of 100 steps/);
    expect(await page.locator(".problems li").count()).toBe(2);
    expect(await page.getByLabel("Teacher nodes", { exact: true }).inputValue()).toBe("3");
    expect(errors).toEqual([]);
  });
});
