import { describe, expect, test } from "vitest";
import type { ReportData } from "../../../src/render/htmlReport/reportData.js";
import { summary } from "../../../src/render/htmlReport/summary.js";
import type { SpectrumResult } from "../../../src/theory/batchnorm/results/networkResult.js";
import { dataOf } from "./support.js";

const tanh = dataOf("tanh", [8, 64, 512]);

/** The data with one of its networks changed. */
const changed = (
  data: ReportData,
  index: number,
  change: (spectrum: SpectrumResult) => SpectrumResult,
): ReportData => ({
  ...data,
  networks: data.networks.map((each, k) => (k === index ? { ...each, spectrum: change(each.spectrum) } : each)),
});

describe("tanh at 8, 64 and 512", () => {
  test("growth, depth and stability of each batch size, by the numbers", () => {
    expect(summary(tanh).slice(0, 4)).toEqual([
      "At batch size 8, the squared gradient, from the output down, grows by a factor of 1.35855 a layer, tenfold every 7.5 layers; by the rule of 16 depth scales up to about 52 layers can be trained.",
      "At batch size 64, it grows by a factor of 1.19226 a layer, tenfold every 13 layers; up to about 90 layers can be trained.",
      "At batch size 512, it grows by a factor of 1.17954 a layer, tenfold every 14 layers; up to about 96 layers can be trained.",
      "The symmetric fixed point BSB1 is stable at all of these: deep networks come to it and show these rates.",
    ]);
  });

  test("the best batch size and the limit of large ones", () => {
    expect(summary(tanh)).toContain(
      "Of these batch sizes, 512 lets the gradient grow least: up to about 96 layers can be trained.",
    );
    expect(summary(tanh)).toContain(
      "As the batch grows, the rate of tanh at BSB1 tends to 1.17781, from above, so that no batch of the curve below lets networks of more than about 97 layers be trained.",
    );
  });

  test("where errors overlap, no batch size is best", () => {
    const vague = changed(tanh, 1, (spectrum) => ({ ...spectrum, rate: { ...spectrum.rate, error: 0.1 } }));
    expect(summary(vague).join(" ")).toContain(
      "Which of these batch sizes lets the gradient grow least, the errors do not tell.",
    );
  });

  test("two methods that differ are said to, and no rate is then called confirmed", () => {
    const wrong = changed(tanh, 0, (spectrum) => ({
      ...spectrum,
      confirmation: { ...spectrum.confirmation!, agrees: false },
    }));
    expect(summary(tanh).join(" ")).toMatch(/Every rate was computed a second time.*within their errors/);
    expect(summary(wrong).join(" ")).toContain("Two methods differ by more than their errors at batch size 8");
    expect(summary(wrong).join(" ")).not.toContain("computed a second time");
  });

  test("an error above the tolerance is said", () => {
    const bad = changed(tanh, 2, (spectrum) => ({ ...spectrum, rate: { ...spectrum.rate, converged: false } }));
    expect(summary(bad).at(-1)).toBe(
      "The error stays above the tolerance at batch size 512: the tables show how large it is.",
    );
    expect(summary(tanh).join(" ")).not.toContain("tolerance");
  });
});

test("where BSB1 is unstable, its rate is not what networks show", () => {
  const [first, second] = summary(dataOf("x^2", [8, 10]));
  expect(first).toMatch(
    /^At batch size 8, the symmetric fixed point BSB1, where the squared gradient would grow by a factor of/,
  );
  expect(second).toMatch(/is unstable: networks leave it\. The batch parts into groups of \d+ and \d+ samples/);
  expect(summary(dataOf("x^2", [8, 10])).join(" ")).not.toContain("of the curve below lets");
}, 30_000);

test("sizes that differ in epsilon too are not compared", () => {
  const [one, two] = [dataOf("tanh", [8]), dataOf("tanh", [64], { epsilon: 0.1 })];
  const both = {
    ...one,
    networks: [...one.networks, ...two.networks],
    curves: [...one.curves, ...two.curves],
    asked: 2,
  };
  const text = summary(both).join(" ");
  expect(text).not.toContain("lets the gradient grow least");
  expect(text).toContain("At batch size 64, epsilon 0.1,");
  expect(text).toContain("the rate of tanh with epsilon 0.1 at BSB1 tends to");
});

test("simulated networks that agree and that do not", () => {
  const run = (z: number) => ({
    network: { ...tanh.networks[0]!.spectrum, width: 500, depth: 20, batches: 1, centred: true, residual: false },
    ...{ backend: "wasm", profile: [], asked: 12 },
    summary: { samples: 12, collapsed: 0, overflowed: 0, window: { from: 5, to: 17 } },
    comparisons: [
      {
        quantity: "gradient growth, E log",
        theory: { value: 0.306, error: 0, method: "", evals: 0, converged: true },
        simulation: { value: 0.306 + 0.002 * z, standardError: 0.002, interval: [0, 1], samples: 12 },
        z,
      },
    ],
  });
  const withRun = (z: number) =>
    summary({
      ...tanh,
      simulation: { seed: 1, width: 500, depth: 20, samples: 12, runs: [run(z) as never], left: [] },
    }).join(" ");
  expect(withRun(1)).toContain(
    "At batch size 8, the gradients of 12 simulated networks of width 500 grow by 0.308 ± 0.002 a layer in logarithms, where the theory at BSB1 says 0.306: 1 standard errors apart: they agree.",
  );
  expect(withRun(-2.5)).toContain("2.5 standard errors apart: chance alone may do that.");
  expect(withRun(4)).toContain("4 standard errors apart, 2.6 %. Finite width moves the growth by order 1/N");
});

test("simulated networks at a growth of 0, where the fixed point is come to slowly: no share of nothing, and the depth is named", () => {
  const marginal = dataOf("tanh", [16], { epsilon: 1 });
  const run = {
    network: { ...marginal.networks[0]!.spectrum, width: 1000, depth: 50, batches: 1, centred: true, residual: false },
    ...{ backend: "wasm", profile: [], asked: 4 },
    summary: { samples: 4, collapsed: 0, overflowed: 0, window: { from: 11, to: 41 } },
    comparisons: [
      {
        quantity: "gradient growth, E log",
        theory: { value: -2.2e-16, error: 4e-15, method: "", evals: 0, converged: true },
        simulation: { value: -0.0454, standardError: 0.0011, interval: [-1, 0], samples: 4 },
        z: -41.3,
      },
    ],
  };
  const simulation = { seed: 1, width: 1000, depth: 50, samples: 4, runs: [run as never], left: [] };
  const text = summary({ ...marginal, simulation }).join(" ");
  expect(text).toContain(
    "41 standard errors apart. The largest forward eigenvalue is 1: networks settle slowly, so that the depth may move the growth as well as the width.",
  );
});
