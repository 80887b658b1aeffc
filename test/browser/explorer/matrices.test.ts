import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absence, type OpenedExplorer, openExplorer } from "./support/openExplorer.js";

const here = absence === null ? "" : ` (${absence})`;

describe.skipIf(absence !== null)(`the view of random matrices${here}`, () => {
  let opened: OpenedExplorer;
  /** With nothing of the page before: a sampling that was stopped stays so. */
  const goTo = async (place: string) => {
    await opened.page.goto(opened.url + place);
    await opened.page.reload();
  };

  beforeAll(async () => {
    opened = await openExplorer("#/matrices?ensemble=wigner&size=40&samples=20");
  }, 15_000);
  afterAll(() => opened?.close());

  it("draws the semicircle with its edges, and samples beside it", async () => {
    const { page } = opened;
    await page.getByText("finished: 20 of 20 matrices").waitFor();
    const band = page.getByRole("row", { name: /^band/ });
    expect(await band.innerText()).toMatch(/-2\.0+\s.*\s2\.0+\s/);
    await page.getByText(/The histogram of 20 matrices is 0\.\d+ from the density/).waitFor();
  });

  it("moves with a slider, and samples again when it rests", async () => {
    const { page } = opened;
    await page.getByLabel("Variance of the entries, times N", { exact: true }).fill("4");
    await page.getByLabel("Variance of the entries, times N", { exact: true }).blur();
    const band = page.getByRole("row", { name: /^band/ });
    await band.filter({ hasText: "4.0" }).waitFor();
    await page.getByText("finished: 20 of 20 matrices").waitFor();
    await page.waitForURL(/variance=4/);
    const address = page.url();
    await goTo("#/rates");
    await page.goto(address);
    await band.filter({ hasText: "4.0" }).waitFor();
  });

  it("stops, keeps what it has, and resumes", async () => {
    const { page } = opened;
    await goTo("#/matrices?ensemble=profile&size=150&samples=400");
    await page.getByText(/running: [1-9]\d* of 400/).waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    const stopped = await page.getByText(/paused: [1-9]\d* of 400/).innerText();
    const before = Number(/\d+/.exec(stopped)![0]);
    await page.waitForTimeout(300);
    await page.getByRole("button", { name: "Resume" }).click();
    const said = () => page.locator(".run-state").innerText();
    await expect.poll(async () => Number(/\d+/.exec(await said())![0]), { timeout: 10_000 }).toBeGreaterThan(before);
  }, 15_000);

  it("changes an entry of a matrix together with its mirror", async () => {
    const { page } = opened;
    await goTo("#/matrices?ensemble=profile&size=20&samples=2");
    await page.getByLabel("Variances of blocks, times N, row 1, column 2").fill("0.7");
    expect(await page.getByLabel("Variances of blocks, times N, row 2, column 1").inputValue()).toBe("0.7");
    await page.waitForURL((url) => decodeURIComponent(url.hash).includes("profile=1,0.7;0.7,0.5"));
  });

  it("hands out the density and the histogram as CSV, and the picture as SVG", async () => {
    const { page } = opened;
    await goTo("#/matrices?ensemble=wigner&size=20&samples=4");
    await page.getByText("finished: 4 of 4 matrices").waitFor();
    const save = async (format: string) => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: format, exact: true }).click(),
      ]);
      return readFileSync(await file.path(), "utf8");
    };
    const csv = await save("CSV");
    expect(csv).toContain("kind,energy,density");
    expect(csv.split("\r\n").filter((line) => line.startsWith("histogram")).length).toBe(19);
    expect(await save("SVG")).toContain("Dyson equation");
  });

  it("explains an address that it cannot take, and complains of nothing", async () => {
    const { page, errors } = opened;
    await goTo("#/matrices?ensemble=profile&profile=1,2;3,4&size=1e9&samples=3");
    await page.locator(".problems li").first().waitFor();
    expect(await page.locator(".problems li").count()).toBe(2);
    await page.getByText("finished: 3 of 3 matrices").waitFor();
    expect(errors).toEqual([]);
  });
});
