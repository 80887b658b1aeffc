/** Figures 2a and 3, which train networks, on images that are made here. */
import { describe, expect, it } from "vitest";
import { figure2a } from "../../../src/experiments/batchnorm/figure2a.js";
import { figure3 } from "../../../src/experiments/batchnorm/figure3.js";
import { jobsOf } from "../../../src/experiments/experiment.js";
import type { Images } from "../../../src/experiments/images/images.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { finishedJob, verdicts } from "../alignment/support.js";
import { context, drawn, runs } from "./support.js";

/** Images of two classes that a line separates. */
function images(): Images {
  const stream = new GaussianStream({ seed: 1, sample: 0, draw: 0 });
  const labels = Uint8Array.from({ length: 400 }, (_, k) => k % 2);
  const inputs = Float32Array.from({ length: 400 * 16 }, (_, at) => stream.next() + 2 * labels[Math.floor(at / 16)]!);
  const shape = { channels: 1, height: 4, width: 4 };
  return { name: "two clouds", digest: "", dimension: 16, classes: 2, shape, inputs, labels };
}

describe("trained networks", () => {
  it("of Figure 2a are a function of the job, and learn two clouds", async () => {
    const job = jobsOf(figure2a, "quick", { seed: 1, seeds: 1 }).find(({ variant }) => variant.batch === 128)!;
    const result = await figure2a.study.run(job, { ...context, images: images() });
    expect(result.accuracy).toBeGreaterThan(0.9);
    const stop = { ...context, images: images(), signal: { aborted: true } };
    await expect(figure2a.study.run(job, stop)).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
    await expect(figure3.study.run({ ...job, variant: { depth: 4 } }, stop)).rejects.toThrow(
      expect.objectContaining({ name: "AbortError" }),
    );
  });

  const grid = (accuracy: (depth: number) => number) =>
    figure2a
      .variants("quick")
      .map((variant) => finishedJob({ accuracy: accuracy(variant.depth!), data: "images" }, 1, variant));

  it("of Figure 2a are asserted to learn when shallow and not when deep", () => {
    const findings = figure2a.summarise(
      grid((depth) => (depth < 20 ? 0.8 : 0.2)),
      "quick",
    );
    expect(verdicts(findings)).toEqual([true, true]);
    drawn(findings);
    expect(
      verdicts(
        figure2a.summarise(
          grid(() => 0.8),
          "quick",
        ),
      ),
    ).toEqual([true, false]);
    expect(
      verdicts(
        figure2a.summarise(
          grid(() => 0.1),
          "quick",
        ),
      ),
    ).toEqual([false, true]);
  });

  it("of Figure 3 explode at the predicted rate before the first step, and no longer after it", async () => {
    const finished = await runs(figure3, 1, ({ depth }) => depth! >= 20, images());
    const findings = figure3.summarise(finished, "quick");
    drawn(findings);
    for (const { result } of finished) expect(result.weights.length).toBe(11);
    expect(verdicts(findings, "predicted rate")).toEqual([true]);
    const frozen = finished.map(({ job, result: { weights, ...gradients } }) => {
      return { job, result: { ...gradients, weights: weights.map(() => weights[0]!) } };
    });
    expect(verdicts(figure3.summarise(frozen, "quick"), "one step")).toEqual([false]);
    const exploding = finished.map(({ job, result }) => {
      return { job, result: { ...result, preActivations: result.preActivations.map(() => result.preActivations[0]!) } };
    });
    expect(verdicts(figure3.summarise(exploding, "quick"), "times as fast")).toEqual([false]);
  });
});
