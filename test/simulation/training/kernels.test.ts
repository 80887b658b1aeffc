import { describe, expect, it } from "vitest";
import { drawInputs } from "../../../src/simulation/training/drawInputs.js";
import { drawTeacher } from "../../../src/simulation/training/drawTeacher.js";
import { initialStudent } from "../../../src/simulation/training/initialStudent.js";
import { openTrainer } from "../../../src/simulation/training/openTrainer.js";
import type { TeacherStudentSettings } from "../../../src/simulation/training/settings.js";
import { train } from "../../../src/simulation/training/train.js";
import type { TrainingProblem } from "../../../src/simulation/training/trainer.js";
import { deep, small } from "./settings.js";

function problemOf(settings: TeacherStudentSettings, seed: number): TrainingProblem {
  const training = drawInputs(settings, seed, "training");
  return {
    ...{ settings, training, teacher: drawTeacher(settings, seed, training) },
    ...{ student: initialStudent(settings, seed), evaluation: drawInputs(settings, seed, "evaluation") },
  };
}

/** J of the settings on all training samples, from the measured mean squared error. */
async function lossOf(problem: TrainingProblem, student: readonly Float32Array[]): Promise<number> {
  const { loss, teacher } = problem.settings;
  const { trainingLoss } = (await openTrainer("plain", { ...problem, student })).measure();
  return loss === "sum" ? (trainingLoss * teacher.outputs) / 2 : trainingLoss;
}

const whole = small({ inputs: { dimension: 3, standardDeviation: 1.5, samples: 8, evaluation: 2 }, batch: 8 });

describe("one step of the plain kernels", () => {
  it.each([
    ["two layers, summed loss", whole],
    ["two layers, mean loss", { ...whole, loss: "mean" as const }],
    ["four layers", { ...whole, ...deep }],
  ])("goes down the gradient that finite differences give: %s", async (_, settings) => {
    const problem = problemOf(settings, 4);
    const trainer = await openTrainer("plain", problem);
    // the batch is the whole set; a large rate, so that the weights' rounding to single precision is small beside the step
    const rate = 1024;
    expect(
      trainer.run(
        Uint32Array.from({ length: 8 }, (_, s) => s),
        rate,
      ),
    ).toBe(1);
    const after = trainer.weights();
    for (const [l, before] of problem.student.entries()) {
      for (let i = 0; i < before.length; i += 1 + (i % 3)) {
        const [up, down] = [before.slice(), before.slice()];
        up[i]! += 2 ** -14;
        down[i]! -= 2 ** -14;
        const replaced = (layer: Float32Array) => problem.student.map((old, k) => (k === l ? layer : old));
        const rise = (await lossOf(problem, replaced(up))) - (await lossOf(problem, replaced(down)));
        // J is quadratic in one weight while no gate flips: what is left is the step's single-precision rounding
        expect((after[l]![i]! - before[i]!) / rate).toBeCloseTo(-rise / (up[i]! - down[i]!), 6);
      }
    }
  });

  it("leaves the student as it is before a batch whose residuals have left all bounds", async () => {
    const problem = problemOf(whole, 4);
    const student = problem.student.map((layer) => layer.map((weight) => weight * 1e12));
    for (const kernels of ["plain", "wasm"] as const) {
      const trainer = await openTrainer(kernels, { ...problem, student });
      expect(
        trainer.run(
          Uint32Array.from({ length: 24 }, (_, s) => s % 8),
          0.01,
        ),
      ).toBe(0);
      expect(trainer.weights()).toEqual(student);
    }
  });
});

/** The largest difference, in units of 2^-24 times the largest size of an entry. */
function distance(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  let [difference, size] = [0, 0];
  for (const [i, value] of a.entries()) {
    difference = Math.max(difference, Math.abs(value - b[i]!));
    size = Math.max(size, Math.abs(value));
  }
  return difference === 0 ? 0 : difference / (size * 2 ** -24);
}

describe("the WebAssembly kernels", () => {
  const shapes: [string, Partial<TeacherStudentSettings>][] = [
    ["two layers", {}],
    ["one sample a batch", { batch: 1 }],
    ["a batch that is no multiple of 16", { batch: 37 }],
    ["a batch of several panels", { batch: 64 }],
    [
      "one input, one node, one output",
      {
        inputs: { dimension: 1, standardDeviation: 1, samples: 3, evaluation: 2 },
        teacher: { hidden: [1], outputs: 1, polarity: 0, bias: 0.5, normalised: "hidden" },
        student: { multiplier: 1, standardDeviation: 1 },
      },
    ],
    [
      "widths of whole vectors",
      {
        inputs: { dimension: 64, standardDeviation: 0.5, samples: 100, evaluation: 128 },
        teacher: { hidden: [8], outputs: 48, polarity: 2, bias: -0.1, normalised: "hidden" },
        student: { multiplier: 4, standardDeviation: 0.1 },
      },
    ],
    [
      "widths beyond whole vectors",
      {
        inputs: { dimension: 65, standardDeviation: 0.5, samples: 101, evaluation: 129 },
        teacher: { hidden: [9], outputs: 53, polarity: 0.5, bias: 0, normalised: "all" },
        student: { multiplier: 3, standardDeviation: 0.1 },
      },
    ],
    ["four layers", deep],
    [
      "four layers, mean loss, balanced",
      {
        ...deep,
        loss: "mean",
        learningRate: [{ from: 0, rate: 0.2 }],
        teacher: { hidden: [9, 17, 11], outputs: 13, polarity: 1, bias: "balanced", normalised: "hidden" },
      },
    ],
  ];

  it.each(shapes)("agree with the plain ones within single precision: %s", async (_, changes) => {
    const settings = small(changes);
    const runs = await Promise.all(
      (["plain", "wasm"] as const).map((kernels) => train(settings, { seed: 3, kernels, keepWeights: true })),
    );
    const [plain, wasm] = runs.map(({ records }) => records);
    expect(wasm!.length).toBe(2);
    for (const [k, { step, ...expected }] of plain!.entries()) {
      const got = wasm![k]!;
      // A step adds the samples of a batch to each weight one by one, each time rounded: a root of so many units remains.
      // What is measured adds the rounding of a forward pass: sums of up to 65 terms.
      const [ofWeights, ofMeasures] = [step * Math.max(2, Math.sqrt(settings.batch)), 16 + 4 * step];
      for (const [l, weights] of expected.weights!.entries()) {
        expect(distance(weights, got.weights![l]!)).toBeLessThanOrEqual(ofWeights);
      }
      for (const [l, { teachers, students, correlations, fanOut }] of expected.layers.entries()) {
        expect(got.layers[l]).toMatchObject({ teachers, students });
        expect(
          distance(Float32Array.of(1, ...correlations), Float32Array.of(1, ...got.layers[l]!.correlations)),
        ).toBeLessThanOrEqual(ofMeasures);
        expect(distance(fanOut, got.layers[l]!.fanOut)).toBeLessThanOrEqual(ofMeasures);
      }
      for (const name of ["evaluationLoss", "trainingLoss"] as const) {
        expect(distance(Float32Array.of(expected[name]), Float32Array.of(got[name]))).toBeLessThanOrEqual(ofMeasures);
      }
    }
  });
});
