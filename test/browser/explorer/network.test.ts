import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simulateTask } from "../../../src/web/views/network/simulateTask.js";
import { absence, type OpenedExplorer, openExplorer } from "./support/openExplorer.js";

const WAIT = { timeout: 20_000 };

const stateOf = async ({ page }: OpenedExplorer) => (await page.locator(".run .run-state").textContent()) ?? "";
/** Networks drawn, as the page says. */
const drawnOf = async (explorer: OpenedExplorer) => Number(/: (\d+)/.exec(await stateOf(explorer))![1]);

/** Until the page says so. */
const says = ({ page }: OpenedExplorer, text: RegExp) =>
  page.locator(".run .run-state").filter({ hasText: text }).waitFor(WAIT);

const drawsAtLeast = (explorer: OpenedExplorer, count: number) =>
  expect.poll(() => drawnOf(explorer), WAIT).toBeGreaterThanOrEqual(count);

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

const small = "width=32&depth=10&batch=4";

describe.skipIf(absence !== null)(`the view Network${absence === null ? "" : ` (${absence})`}`, () => {
  let explorer: OpenedExplorer;
  let heard = 0;

  beforeAll(async () => {
    explorer = await openExplorer();
  });

  afterAll(() => explorer?.close());

  /** A page of its own, in the browser that is open. */
  const open = async (place: string) => {
    await explorer.page.goto("about:blank");
    heard = explorer.errors.length;
    await explorer.page.goto(explorer.url + place);
    return explorer;
  };
  const complaints = () => explorer.errors.slice(heard);

  it("draws the networks of the seed, names what computes them, and writes their numbers into files", async () => {
    await open(`#/network?${small}&networks=30&seed=5`);
    const { page } = explorer;
    await says(explorer, /finished: 30 of 30 networks.*backend wasm/);
    const setting = { activation: "tanh", batch: 4, width: 32, depth: 10, epsilon: 0, gamma: 1, beta: 0 };
    const { summary } = await simulateTask(
      { network: setting, seed: 5, backend: "wasm", goal: 30, from: null },
      { show: async () => {}, pause: async () => {} },
    );
    const download = page.waitForEvent("download");
    await page.locator(".exports").getByRole("button", { name: "JSON" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("theoria-network.json");
    const json = JSON.parse(readFileSync(await file.path(), "utf8"));
    // the same bits in Node and in the page
    expect(json.simulation.meanLog.value).toBe(summary.growth!.meanLog.value);
    expect(json.simulation.logMean.standardError).toBe(summary.growth!.logMean.standardError);
    expect(json.address).toContain("#/network?");
    const table = page.locator("table", { hasText: "gradient growth, E log" });
    expect(await table.textContent()).toContain(summary.growth!.meanLog.value.toPrecision(2));
    const csv = page.waitForEvent("download");
    await page.locator(".exports").getByRole("button", { name: "CSV" }).click();
    expect(readFileSync(await (await csv).path(), "utf8")).toMatch(/^width,quantity,theory/);
    expect(complaints()).toEqual([]);
  });

  it("pauses, keeps what is there, and goes on", async () => {
    await open(`#/network?${small}&endless=1`);
    const { page } = explorer;
    await drawsAtLeast(explorer, 5);
    await page.getByRole("button", { name: "Pause" }).click();
    await says(explorer, /paused/);
    const paused = await drawnOf(explorer);
    expect(paused).toBeGreaterThanOrEqual(5);
    await page.waitForTimeout(500);
    expect(await drawnOf(explorer)).toBe(paused);
    await page.getByRole("button", { name: "Resume" }).click();
    await drawsAtLeast(explorer, paused + 5);
    await page.getByRole("button", { name: "Pause" }).click();
    // a fast machine draws as many again before anyone looks
    const seen = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const state = document.querySelector(".run .run-state")!;
          const listen = () => {
            const text = state.textContent ?? "";
            if (text.includes(": 0 networks")) resolve(text);
          };
          new MutationObserver(listen).observe(state, { childList: true, subtree: true, characterData: true });
        }),
    );
    await page.getByRole("button", { name: "Start again" }).click();
    await seen;
    expect(complaints()).toEqual([]);
  });

  it("says when its worker dies, keeps what was finished, and goes on with a new one", async () => {
    await open(`#/network?${small}&endless=1`);
    const { page } = explorer;
    await drawsAtLeast(explorer, 10);
    await crash(explorer);
    await page.locator(".failure").filter({ hasText: "The computation stopped: " }).waitFor(WAIT);
    const kept = await drawnOf(explorer);
    expect(kept).toBeGreaterThanOrEqual(10);
    await page.getByRole("button", { name: "Try again" }).click();
    await drawsAtLeast(explorer, kept + 5);
    expect(await page.locator(".failure").count()).toBe(0);
    // the quick worker died too: the theory of another network comes from a new one
    await page.getByLabel("Activation", { exact: true }).fill("relu");
    await page.locator("table", { hasText: "trainable depth" }).filter({ hasText: "closed-form" }).waitFor(WAIT);
    await expect.poll(() => drawnOf(explorer), WAIT).toBeGreaterThan(0);
  });

  it("does not grow while it simulates", async () => {
    await open("#/network?width=16&depth=200&batch=4&endless=1");
    const { page, context } = explorer;
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable");
    const now = async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      const { metrics } = await devtools.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "JSHeapUsedSize")!.value;
    };
    /** What stays: pictures that are being drawn come and go. */
    const used = async () => {
      const all: number[] = [];
      for (let k = 0; k < 4; k++) {
        all.push(await now());
        await page.waitForTimeout(150);
      }
      return Math.min(...all);
    };
    await drawsAtLeast(explorer, 20);
    await page.waitForTimeout(1000);
    const [before, drawn] = [await used(), await drawnOf(explorer)];
    await page.waitForTimeout(4000);
    const after = await used();
    expect(await drawnOf(explorer)).toBeGreaterThan(drawn);
    await devtools.detach();
    // bytes; what is kept of a network with its pictures is 0.1 to 0.3 MB, and more than ten have come
    expect(after - before).toBeLessThan(1_000_000);
  });

  it("explains a bad activation while it is typed, and recovers", async () => {
    await open(`#/network?${small}&networks=5`);
    const { page } = explorer;
    await says(explorer, /finished: 5 of 5/);
    const field = page.getByLabel("Activation", { exact: true });
    await field.fill("tanh(");
    await page.locator(".control .error pre").waitFor(WAIT);
    expect(await page.locator(".run").count()).toBe(0);
    await field.fill("erf");
    await says(explorer, /finished: 5 of 5/);
    await page.locator("table", { hasText: "trainable depth" }).filter({ hasText: "erf" }).waitFor(WAIT);
    expect(complaints()).toEqual([]);
  });

  it("is in its address, whole", async () => {
    await open(`#/network?${small}&networks=5&epsilon=0.5`);
    const { page, url } = explorer;
    await says(explorer, /finished: 5 of 5/);
    await page.getByLabel("Depth", { exact: true }).fill("12");
    await page.getByLabel("Depth", { exact: true }).press("Enter");
    await page.getByLabel("Seed", { exact: true }).fill("77");
    await page.getByLabel("Seed", { exact: true }).press("Enter");
    await expect.poll(() => page.url(), WAIT).toContain("seed=77");
    const link = page.url();
    expect(link).toContain("depth=12");
    await page.goto(`${url}#/rates`);
    await page.goto(link);
    await page.getByLabel("Depth", { exact: true }).waitFor(WAIT);
    expect(await page.getByLabel("Depth", { exact: true }).inputValue()).toBe("12");
    expect(await page.getByLabel("Seed", { exact: true }).inputValue()).toBe("77");
    expect(await page.getByLabel("Epsilon", { exact: true }).inputValue()).toBe("0.5");
    await page.locator("p.remark").filter({ hasText: "depth 12, epsilon 0.5, seed 77" }).waitFor(WAIT);
  });

  it("says that networks leave an unstable fixed point, and finds where they go", async () => {
    await open(`#/network?activation=relu_power(2)&batch=8&width=64&depth=20&networks=5`);
    const { page } = explorer;
    await page.locator(".warning").filter({ hasText: "BSB1 is unstable here" }).waitFor(WAIT);
    await page.getByRole("button", { name: "Where do networks go?" }).click();
    const table = page.locator("table", { hasText: "Where networks go" });
    await table.waitFor(WAIT);
    expect(await table.textContent()).toContain("3 + 5");
    await page.locator("svg text", { hasText: "theory where they go" }).waitFor(WAIT);
    expect(complaints()).toEqual([]);
  });
});
