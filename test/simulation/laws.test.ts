import { describe, expect, it } from "vitest";
import { wasmBackend as backend } from "../../src/simulation/kernels/wasm/wasmBackend.js";
import type { NetworkOptions } from "../../src/simulation/network.js";
import type { Recording } from "../../src/simulation/sample.js";
import { simulate } from "../../src/simulation/simulate.js";
import { type Extrapolation, extrapolate } from "../../src/simulation/statistics/extrapolate.js";
import type { Measured } from "../../src/simulation/statistics/mean.js";
import { studentQuantile } from "../../src/simulation/statistics/studentQuantile.js";
import type { Summary } from "../../src/simulation/summarise.js";
import reference from "../reference/batchnorm.json" with { type: "json" };
import { identity, relu, tanh } from "./activations.js";

// What mean-field theory says of infinitely wide networks, from values made without this project's code
// (test/reference). Three widths, each with a seed of its own, extrapolated in 1/N; one false alarm in 10^4 changes of
// seed over the 20 limits of this file and their residuals, so |z| < 4.7. The seeds are fixed.
const LIMIT = studentQuantile(1e-4 / 40, Number.POSITIVE_INFINITY);
const WIDTHS = [100, 200, 400];
const SAMPLES = 100;

const value = (quantity: string, B: number) => {
  const row = reference.values.find(
    (each) => each.quantity === quantity && each.activation === "max(x,0)" && each.B === B,
  );
  return Number(row!.value);
};

// (E relu(z_1))^2 = n Gamma(n/2)^2 / (4 pi Gamma((n+1)/2)^2) at n = 7, z_1/sqrt n a coordinate of the unit sphere in n
// dimensions
const CROSS = (7 / 4) * (15 / 48) ** 2;

async function summaries(options: Omit<NetworkOptions, "width">, record: Recording = {}) {
  const found: (readonly [number, Summary])[] = [];
  for (const width of WIDTHS) {
    const run = await simulate({ ...options, width }, { samples: SAMPLES, seed: width, backend, record });
    found.push([width, run.summary()]);
  }
  return found;
}

const limit = (found: readonly (readonly [number, Summary])[], read: (summary: Summary) => Measured) =>
  extrapolate(found.map(([width, summary]) => ({ width, ...read(summary) })));

function expectLimit(fit: Extrapolation, want: number): void {
  expect(Math.abs(fit.value - want) / fit.standardError, `${fit.value} +- ${fit.standardError}`).toBeLessThan(LIMIT);
  // one degree of freedom: what the 1/N law leaves is noise
  expect(fit.chiSquare).toBeLessThan(LIMIT ** 2);
  // the comparison can fail: 2 % of the growth is seen
  expect(fit.standardError).toBeLessThan(0.02 * Math.abs(want));
}

describe("the growth of gradients, at infinite width", () => {
  it.each([
    ["relu, B = 8", { activation: relu, batch: 8 }, Math.log(value("explosion_rate", 8))],
    ["tanh, B = 8", { activation: tanh, batch: 8 }, Math.log(1.358548125411)],
    ["identity, B = 8: (B-2)/(B-3)", { activation: identity, batch: 8 }, Math.log(6 / 5)],
    [
      "identity, not centred, B = 10: (B-1)/(B-2)",
      { activation: identity, batch: 10, centred: false },
      Math.log(9 / 8),
    ],
  ] as const)("is the rate, of weights too, in the mean log and in the log mean: %s", async (_, options, rate) => {
    const found = await summaries({ ...options, depth: 40 });
    expectLimit(
      limit(found, ({ growth }) => growth!.meanLog),
      rate,
    );
    expectLimit(
      limit(found, ({ growth }) => growth!.logMean),
      rate,
    );
    expectLimit(
      limit(found, ({ weightGrowth }) => weightGrowth!.meanLog),
      rate,
    );
    for (const [, { growth }] of found) {
      // Jensen's inequality holds for every set of samples
      expect(growth!.meanLog.value).toBeLessThan(growth!.logMean.value);
      expect(growth!.logMean.effectiveSamples).toBeGreaterThan(SAMPLES / 4);
    }
  });

  it("is polynomial with residual connections: 1 + rate/(l_0 + l - 1) a block", async () => {
    // H_1 with l_0 blocks' worth of variance; G Sigma_l G = (l_0 + l - 1) mu G
    const [start, rate, mu] = [4, value("explosion_rate", 8), value("q", 8) * (1 - value("c", 8))];
    const input = Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => (i === j ? start * mu : 0)));
    const found = await summaries({ activation: relu, batch: 8, depth: 40, residual: true, input });
    const { from, to } = found[0]![1].window;
    let want = 0;
    for (let l = from; l < to; l++) want += Math.log1p(rate / (start + l - 1));
    expectLimit(
      limit(found, ({ growth }) => growth!.logMean),
      want / (to - from),
    );
  });
});

describe("covariances, at infinite width", () => {
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

  it("reach q, c q within a batch of relu and c* between two, the same from any input", async () => {
    // samples that start close together, within a batch and between the two
    const input = Array.from({ length: 16 }, (_, i) => Array.from({ length: 16 }, (_, j) => (i === j ? 1 : 0.5)));
    const options = { activation: relu, batch: 8, batches: 2, depth: 25, input };
    const points: Record<"q" | "cq" | "cross", { width: number; value: number; standardError: number }[]> = {
      q: [],
      cq: [],
      cross: [],
    };
    for (const width of WIDTHS) {
      const run = await simulate(
        { ...options, width },
        { samples: SAMPLES, seed: width, backend, record: { covariance: true } },
      );
      const last = run.samples.map(({ covariance }) => covariance![25]!);
      const pick = (accept: (i: number, j: number) => boolean) =>
        last.map((matrix) => mean([...matrix].filter((_, k) => accept(Math.floor(k / 16), k % 16))));
      const within = (i: number, j: number) => i < 8 === j < 8;
      const entry = (values: number[]) => {
        const centre = mean(values);
        const variance = mean(values.map((x) => (x - centre) ** 2)) / (SAMPLES - 1);
        return { width, value: centre, standardError: Math.sqrt(variance) };
      };
      points.q.push(entry(pick((i, j) => i === j)));
      points.cq.push(entry(pick((i, j) => within(i, j) && i !== j)));
      points.cross.push(entry(pick((i, j) => !within(i, j))));
    }
    expectLimit(extrapolate(points.q), value("q", 8));
    expectLimit(extrapolate(points.cq), value("q", 8) * value("c", 8));
    expectLimit(extrapolate(points.cross), CROSS);
  });
});

describe("Jacobian estimates, at infinite width", () => {
  it("are the eigenvalues on span(G), L and M for relu", async () => {
    const found = await summaries({ activation: relu, batch: 8, depth: 6 }, { jacobian: true });
    for (const space of ["G", "L", "M"] as const) {
      const want = value(space === "G" ? "explosion_rate" : `bwd_${space}`, 8);
      expectLimit(
        limit(found, ({ jacobian }) => jacobian![space][4]!),
        want,
      );
    }
  });
});
