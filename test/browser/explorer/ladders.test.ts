import { readFileSync } from "node:fs";
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

const WAIT = { timeout: 20_000 };
const tableOf = ({ page }: OpenedExplorer, caption: string) => page.locator("table", { hasText: caption });

describe.skipIf(absence !== null)(`the view Ladders${absence === null ? "" : ` (${absence})`}`, () => {
  it("says where labels are enough, and writes the tables into files", async () => {
    const explorer = await open("#/ladders?class=faithful&signs=positive");
    const { page, errors } = explorer;
    await page.getByText("Focus holds, broadness holds, decorrelation holds.").waitFor(WAIT);
    const csv = page.waitForEvent("download");
    await page.locator(".exports").getByRole("button", { name: "CSV" }).click();
    const lines = readFileSync(await (await csv).path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines[0]).toBe("region,label,region_below,label_below,probability");
    const sums = new Map<string, number>();
    for (const line of lines.slice(1)) {
      const [region, label, below, , probability] = line.split(",");
      const key = [region, label, below].join(" ");
      sums.set(key, (sums.get(key) ?? 0) + Number(probability));
    }
    expect(sums.size).toBeGreaterThan(4);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
    const json = page.waitForEvent("download");
    await page.locator(".exports").getByRole("button", { name: "JSON" }).click();
    expect(JSON.parse(readFileSync(await (await json).path(), "utf8")).conditions.decorrelation).toBe(true);
    await page.getByLabel("Weights", { exact: true }).selectOption("any");
    await page.getByText("decorrelation does not hold.").waitFor(WAIT);
    expect(errors).toEqual([]);
  });

  it("looks at the region that is clicked, and keeps it in the address", async () => {
    const explorer = await open("#/ladders");
    const { page, errors } = explorer;
    await tableOf(explorer, "Nodes of region top").waitFor(WAIT);
    const picture = page.locator("svg.picks");
    const box = (await picture.boundingBox())!;
    // the lowest row, the first pixel
    const row = (await picture.locator("text", { hasText: /^1\.0$/ }).boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.25, row.y + row.height / 2);
    await tableOf(explorer, "Nodes of region 1.0").waitFor(WAIT);
    await tableOf(explorer, "by Theorem 1").waitFor(WAIT);
    await expect.poll(() => page.url(), WAIT).toContain("region=1.0");
    expect(errors).toEqual([]);
  });

  it("explains tables that are none while they are typed, and recovers", async () => {
    const explorer = await open("#/ladders?source=tables");
    const { page, errors, url } = explorer;
    await tableOf(explorer, "Nodes of region image").waitFor(WAIT);
    const field = page.getByLabel("Tables, a line each");
    await field.fill("a: 0.5 0.6\nx of a: 1 0; 0 1");
    await page.locator(".control .error p", { hasText: "table of a[0]" }).waitFor(WAIT);
    expect(await page.locator("table").count()).toBe(0);
    await field.fill("a: 0.5 0.5\nb | a: 0.25 0.75\nx of b: 1 0; 0 1");
    await page.locator(".control .error p", { hasText: "table of b" }).waitFor(WAIT);
    const right = "a: 0.5 0.5\nb | a: 0.25 0.75; 1 0\nx of b: 1 0; 0 1";
    await field.fill(right);
    await tableOf(explorer, "Nodes of region a").waitFor(WAIT);
    expect(await page.locator(".control .error p").count()).toBe(0);
    await expect.poll(() => page.url(), WAIT).toContain("tables=");
    const link = page.url();
    await page.goto(`${url}#/rates`);
    await page.goto(link);
    await tableOf(explorer, "Nodes of region a").waitFor(WAIT);
    expect(await page.getByLabel("Tables, a line each").inputValue()).toBe(right);
    expect(errors).toEqual([]);
  });
});
