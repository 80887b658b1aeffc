import { expect, test } from "vitest";
import { figure9 } from "../../../src/experiments/alignment/figure9.js";
import { epochs, polarities, polarityStudy, teachers } from "../../../src/experiments/alignment/polarityStudy.js";
import { twoLayerSettings } from "../../../src/experiments/alignment/settings.js";
import { experiments } from "../../../src/experiments/experiments.js";

const choice = { teachers: 10, polarity: 1.5, multiplier: 5, epochs: [0, 2, 100] };

test("two layers at full size have the settings of the paper's section 6, with a bias of -0.1", () => {
  expect(twoLayerSettings("full", choice)).toEqual({
    inputs: { dimension: 100, standardDeviation: 1.5, samples: 10_000, evaluation: 10_000 },
    teacher: { hidden: [10], outputs: 50, polarity: 1.5, bias: -0.1, normalised: "hidden" },
    student: { multiplier: 5, standardDeviation: 0.005 },
    ...{ loss: "sum", learningRate: [{ from: 0, rate: 0.01 }], batch: 16 },
    ...{ steps: 100_000, checkpoints: [0, 2000, 100_000] },
  });
});

test("quick ones have a fifth of the inputs, 20 outputs, 5000 samples and epochs of 500 steps", () => {
  expect(twoLayerSettings("quick", choice)).toEqual({
    ...twoLayerSettings("full", choice),
    inputs: { dimension: 20, standardDeviation: 1.5, samples: 5000, evaluation: 5000 },
    teacher: { hidden: [10], outputs: 20, polarity: 1.5, bias: -0.1, normalised: "hidden" },
    ...{ steps: 50_000, checkpoints: [0, 1000, 50_000] },
  });
});

test("figures 10 to 12: p from 0.5 to 2.5, 20 teacher nodes and 100 epochs, quick 10 and 20", () => {
  expect(polarities).toEqual([0.5, 1, 1.5, 2, 2.5]);
  expect(teachers).toEqual({ full: 20, quick: 10 });
  expect([epochs.full.at(-1), epochs.quick.at(-1)]).toEqual([100, 20]);
  for (const effort of ["full", "quick"] as const) {
    expect(polarityStudy.settings(effort)).toMatchObject({ teacher: { hidden: [teachers[effort]] } });
  }
});

test("figure 9: mean loss, batches of 64, a learning rate of 0.2, balanced biases", () => {
  const common = { loss: "mean", batch: 64, learningRate: [{ from: 0, rate: 0.2 }] };
  expect(figure9.study.settings("full")).toMatchObject({
    ...{ ...common, steps: 100_000 },
    teacher: { hidden: [50, 75, 100, 125], bias: "balanced" },
  });
  expect(figure9.study.settings("quick")).toMatchObject({
    ...{ ...common, steps: 15_000 },
    teacher: { hidden: [10, 15, 20, 25], bias: "balanced" },
  });
});

test("figures 7 and 10 to 12 take 8 seeds, and 32 at full size", () => {
  for (const figure of [7, 10, 11, 12]) {
    expect(experiments.find(({ id }) => id === `alignment/figure-${figure}`)!.seeds).toEqual({ quick: 8, full: 32 });
  }
});
