import { expect, test } from "vitest";
import { trainProblem } from "../../src/experiments/trainProblem.js";
import { drawInputs } from "../../src/simulation/training/drawInputs.js";
import { initialStudent } from "../../src/simulation/training/initialStudent.js";
import type { TeacherStudentSettings } from "../../src/simulation/training/settings.js";
import { train } from "../../src/simulation/training/train.js";

const settings: TeacherStudentSettings = {
  inputs: { dimension: 3, standardDeviation: 1, samples: 50, evaluation: 40 },
  teacher: { hidden: [2], outputs: 4, polarity: 1, bias: -0.1, normalised: "hidden" },
  student: { multiplier: 2, standardDeviation: 0.1 },
  loss: "sum",
  learningRate: [{ from: 0, rate: 0.01 }],
  batch: 4,
  steps: 700,
  checkpoints: [0, 130, 700],
};
const job = { key: "seed=4", seed: 4, variant: {} };
const context = { effort: "quick", images: null, prepared: null } as const;

test("a teacher and data that are given are trained on as those that are drawn", async () => {
  const run = await train(settings, { seed: 4, keepWeights: true });
  const problem = {
    ...{ settings, teacher: run.teacher, student: initialStudent(settings, 4) },
    ...{ training: drawInputs(settings, 4, "training"), evaluation: drawInputs(settings, 4, "evaluation") },
  };
  expect(await trainProblem(problem, job, context, true)).toEqual(run.records);
  expect(run.records.at(-1)!.evaluationLoss).toBeLessThan(run.records[0]!.evaluationLoss);
  const stopping = trainProblem(problem, job, { ...context, signal: { aborted: true } });
  await expect(stopping).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  const wild = { ...problem, settings: { ...settings, learningRate: [{ from: 0, rate: 1e6 }] } };
  await expect(trainProblem(wild, job, context)).rejects.toThrow(/seed=4: training diverged/);
});
