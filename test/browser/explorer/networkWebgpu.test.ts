import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absence, type OpenedExplorer, openExplorer } from "./support/openExplorer.js";

describe.skipIf(absence !== null)(`networks by WebGPU${absence === null ? "" : ` (${absence})`}`, () => {
  let explorer: OpenedExplorer;

  beforeAll(async () => {
    explorer = await openExplorer("#/network?backend=webgpu&width=16&depth=5&batch=4&networks=2&seed=3");
  });

  afterAll(() => explorer?.close());

  it("are drawn under the page's policy, and the page names what computes them", async () => {
    const { page, errors } = explorer;
    const state = page.locator(".run .run-state").filter({ hasText: /finished: 2 of 2 networks.*tfjs-webgpu/ });
    await state.waitFor({ timeout: 55_000 });
    expect(errors).toEqual([]);
    const growth = async () => {
      const row = page.locator("tr", { hasText: "gradient growth, E log" }).first();
      return Number(await row.locator("td").nth(2).textContent());
    };
    const gpu = await growth();
    await page.getByLabel("Computed by").selectOption("wasm");
    await page
      .locator(".run .run-state")
      .filter({ hasText: /finished: 2 of 2 networks.*wasm/ })
      .waitFor();
    // the same networks: single precision is not seen in the digits that two of them have
    expect(await growth()).toBe(gpu);
    expect(await page.locator("p.remark", { hasText: "single precision" }).count()).toBe(0);
  });
});
