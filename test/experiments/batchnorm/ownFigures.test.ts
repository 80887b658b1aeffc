/** Figures of our own: data of fixed seeds, and assertions that can fail. */
import { describe, expect, it } from "vitest";
import { activationRates } from "../../../src/experiments/batchnorm/activationRates.js";
import { finiteWidth } from "../../../src/experiments/batchnorm/finiteWidth.js";
import { stabilityMap } from "../../../src/experiments/batchnorm/stabilityMap.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { finishedJob, verdicts } from "../alignment/support.js";
import { drawn, near, runs } from "./support.js";

describe("rates of twelve activations", () => {
  it("hold for networks, and fail for others", async () => {
    const finished = await runs(activationRates, 2, ({ batch, activation }) => batch === 8 && activation! < 2);
    const findings = activationRates.summarise(finished, "quick");
    expect(verdicts(findings)).toEqual([true, true]);
    drawn(findings);
    const wrong = finished.map(({ job, result }) => ({ job, result: { growth: result.growth.map((g) => g! * 2) } }));
    expect(verdicts(activationRates.summarise(wrong, "quick"), "predicted")).toEqual([false]);
  });
});

describe("the map of stability", () => {
  it("has the batch sizes at which activations leave BSB1, and those that never do", async () => {
    const finished = await runs(stabilityMap, 1);
    const findings = stabilityMap.summarise(finished, "quick");
    const from = Object.fromEntries(findings.tables[0]!.rows.map((row) => [row[0], row[4]]));
    // found by other code, from the condition on the second moments of phi
    expect(from).toMatchObject({
      silu: 26,
      gelu: 39,
      softplus: 43,
      "x*sigmoid(1.702*x)": 41,
      "relu_power(2)": 7,
      exp: 7,
    });
    expect(verdicts(findings)).toEqual([true]);
    drawn(findings);
    const again = finished.map(({ job, result }) => ({ job: { ...job, seed: 2 }, result }));
    expect(stabilityMap.summarise([...finished, ...again], "quick")).toEqual(findings);
    const wrong = finished.map(({ job, result }) => ({ job, result: { ...result, unstableFrom: 64 } }));
    expect(verdicts(stabilityMap.summarise(wrong, "quick"))).toEqual([false]);
  });
});

describe("theory minus simulation against the width", () => {
  it("has the data of seed 1", async () => {
    const finished = await runs(finiteWidth, 1, ({ point, width }) => point === 1 && width === 64);
    near(finished[0]!.result.growth.slice(0, 3), [0.2384167, 0.3073559, 0.1876109]);
  });

  /** Growth of networks whose E log is a + b/N away from ln(rate), with a spread of 1/sqrt(N). */
  const networks = (a: number, b: number) => {
    const stream = new GaussianStream({ seed: 1, sample: 0, draw: 0 });
    const rate = 0.5812030546466427;
    return finiteWidth
      .variants("quick")
      .filter(({ point }) => point === 0)
      .map((variant) => {
        const growth = Array.from(
          { length: 400 },
          () => rate + a + b / variant.width! + (0.6 * stream.next()) / Math.sqrt(variant.width!),
        );
        return finishedJob({ growth }, 1, variant);
      });
  };

  it("holds where both averages tend to ln(rate), and fails where they tend elsewhere or come from one side", () => {
    expect(verdicts(finiteWidth.summarise(networks(0, -0.6), "quick"))).toEqual([true, true]);
    expect(verdicts(finiteWidth.summarise(networks(0.03, -0.6), "quick"))).toEqual([false, true]);
    expect(verdicts(finiteWidth.summarise(networks(0, 4), "quick"))[1]).toBe(false);
    drawn(finiteWidth.summarise(networks(0, -0.6), "quick"));
  });
});
