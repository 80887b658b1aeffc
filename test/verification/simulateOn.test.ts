import { expect, test } from "vitest";
import type { Experiment } from "../../src/simulation/experiment.js";
import { wasmBackend } from "../../src/simulation/kernels/wasm/wasmBackend.js";
import type { Sample } from "../../src/simulation/sample.js";
import { simulate } from "../../src/simulation/simulate.js";
import { activation } from "../../src/symbolic/activation/create.js";
import { elementwiseOf } from "../../src/symbolic/activation/program.js";
import { check } from "../../src/verification/check.js";
import { simulateOn } from "../../src/verification/checks/simulateOn.js";
import { simulated, square, toy } from "./toys.js";

const batch = 6;
const network = (width: number) => ({ activation: elementwiseOf(activation("relu")), batch, width, depth: 1 });
const nothing = async () => {};

/** tr X_1^T X_1/(N B): batch norm makes the square of each neuron's inputs B, and half of it is on the positive side on average. */
const secondMoment = (sample: Sample) =>
  Array.from({ length: batch }, (_, i) => sample.covariance![0]![i * (batch + 1)]!).reduce((sum, x) => sum + x, 0) /
  batch;

const moment: Experiment = { network, observe: secondMoment, average: "mean", record: { covariance: true } };
const gradient: Experiment = { network, observe: ({ logGradient }) => logGradient[0]!, average: "logMean" };

test("observations are those of the run's networks, whatever is recorded, in parts or at once", async () => {
  const request = { width: 16, first: 3, count: 5, seed: 9 };
  const run = { samples: 5, from: 3, seed: 9, backend: wasmBackend, record: { covariance: true } };
  const { samples } = await simulate(network(16), run);
  let steps = 0;
  const step = async () => {
    steps += 1;
  };
  expect(await simulateOn(wasmBackend, step)(moment, request)).toEqual(samples.map(secondMoment));
  expect(steps).toBe(5);
  const simulateThem = simulateOn(wasmBackend, nothing);
  const parts = [
    ...(await simulateThem(gradient, { ...request, count: 1 })),
    ...(await simulateThem(gradient, { ...request, first: 4, count: 4 })),
  ];
  expect(parts).toEqual(samples.map(({ logGradient }) => logGradient[0]));
});

test("a true prediction holds and a wrong one is refuted, on real networks", async () => {
  const statement = (value: number) =>
    toy(square, [
      simulated(value, { experiment: () => moment, at: [{ x: 1 }], width: { quick: 32, full: 64 }, resolution: 1e-3 }),
    ]);
  const right = await check(statement(0.5), { effort: "quick" });
  expect([right.status, right.cases]).toEqual(["holds", 1]);
  const wrong = await check(statement(0.51), { effort: "quick" });
  expect(wrong.status).toBe("refuted");
  expect(wrong.counterexample!.left).toMatch(/networks, \d+ of each width, extrapolated/);
});

test("an experiment that reads what is not recorded is unevaluable, and stops nothing else", async () => {
  const { network: own, observe, average } = moment;
  const forgetful = simulated(0.5, { experiment: () => ({ network: own, observe, average }), at: [{ x: 1 }] });
  const verdict = await check(toy(square, [forgetful]), { effort: "quick" });
  expect([verdict.status, verdict.why]).toEqual(["undecided", "unevaluable"]);
});
