import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wasmBackend } from "../../src/simulation/kernels/wasm/wasmBackend.js";
import type { Sample } from "../../src/simulation/sample.js";
import { fromRecord } from "../../src/simulation/sampleRecord.js";
import { simulate } from "../../src/simulation/simulate.js";
import type { InPage } from "./page/workers.js";
import { bundlePage, html } from "./support/bundlePage.js";
import { absence, type OpenedPage, openPage } from "./support/chromium.js";
import { network, record, samples, seed } from "./support/run.js";
import { type Served, serveFiles } from "./support/serveFiles.js";

declare const inPage: InPage;

const worker = new URL("../../dist/simulationWorker.js", import.meta.url);
const reason = absence ?? (existsSync(worker) ? null : "skipped: not built");

const sorted = (records: readonly string[]) => records.map(fromRecord).sort((a, b) => a.index - b.index);

/** The largest difference between two runs in what `read` reads; NaN where the lists differ in length. */
function difference(got: readonly Sample[], wanted: readonly Sample[], read: (sample: Sample) => readonly number[]) {
  const [left, right] = [got.flatMap(read), wanted.flatMap(read)];
  return left.length === right.length ? Math.max(...left.map((x, k) => Math.abs(x - right[k]!))) : Number.NaN;
}

const matrices = ({ index, covariance, gradientCovariance, jacobian }: Sample) => [
  index,
  ...[...covariance!, ...gradientCovariance!].flatMap((matrix) => [...matrix]),
  ...Object.values(jacobian!).flat(),
];
const logarithms = ({ logGradient, logWeightGradient }: Sample) => [...logGradient, ...logWeightGradient];
const everything = (sample: Sample) => [...matrices(sample), ...logarithms(sample)];

describe.skipIf(reason !== null)(`module workers in Chromium${reason === null ? "" : ` (${reason})`}`, () => {
  let served: Served;
  let opened: OpenedPage;
  let alone: readonly Sample[];
  let inNode: readonly Sample[];

  const draw = async (workers: number, backend?: string) =>
    sorted(await opened.page.evaluate(([count, name]) => inPage.draw(count, name), [workers, backend] as const));

  beforeAll(async () => {
    served = await serveFiles({
      "index.html": html,
      "page.js": await bundlePage("workers.ts"),
      "simulationWorker.js": readFileSync(worker, "utf8"),
    });
    opened = await openPage(served.url);
    alone = await draw(1);
    inNode = (await simulate(network, { samples, seed, backend: wasmBackend, record })).samples;
  });

  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });

  it("draw the samples of Node, bit for bit", () => {
    expect(opened.errors).toEqual([]);
    expect(difference(alone, inNode, everything)).toBe(0);
  });

  it.each([2, 5])("draw the same bits in any number: %s of them", async (workers) => {
    expect(difference(await draw(workers), alone, everything)).toBe(0);
  });

  it("agree with Node on the plain backend to 1e-10, whose tanh is the engine's", async () => {
    expect(difference(await draw(2, "plain"), inNode, everything)).toBeLessThan(1e-10);
  });

  it("are replaced when they throw in the middle of their work, and nothing is lost or doubled", async () => {
    const { records, started } = await opened.page.evaluate(() => inPage.drawWithCrashes());
    expect(difference(sorted(records), alone, everything)).toBe(0);
    expect(started).toBe(4);
  });

  it("are given up where their script is missing", async () => {
    expect(await opened.page.evaluate(() => inPage.drawWithoutScript())).toContain("keep dying");
  });
});
