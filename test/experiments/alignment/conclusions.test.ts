import { describe, expect, it } from "vitest";
import { figure3 } from "../../../src/experiments/alignment/figure3.js";
import { type Figure8Result, figure8 } from "../../../src/experiments/alignment/figure8.js";
import { type DeepResult, figure9 } from "../../../src/experiments/alignment/figure9.js";
import { type Neurons1dResult, neurons1d } from "../../../src/experiments/alignment/neurons1d.js";
import type { Figure3Result, Neuron } from "../../../src/experiments/alignment/planeNeurons.js";
import { boundary } from "../../../src/experiments/alignment/planePictures.js";
import { finishedJob, verdicts, WITH, WITHOUT } from "./support.js";

describe("figure 3, students in the plane", () => {
  const teachers: readonly Neuron[] = [
    [1, 0, -0.1, 1],
    [0, 1, -0.1, 1],
  ];
  const run = (withTeacher: number, elsewhere: number, matched: readonly boolean[]): Figure3Result => {
    const along: Neuron = [2, 0, -0.2, withTeacher];
    const other: Neuron = [1, 1, 0.5, elsewhere];
    const outside: Neuron = [0.1, 0.1, 5, 9];
    const students = [along, other, outside];
    return { steps: [0, 300], evaluationLoss: [1, 0.1], teachers, students: [students, students], matched };
  };
  const found = (initial: number, ...results: readonly Figure3Result[]) =>
    figure3.summarise(
      results.map((result, seed) => finishedJob(result, seed, { initial })),
      "quick",
    );

  it("elsewhere have the smaller fan-out, or the assertion fails; those beyond the data do not count", () => {
    const both = [true, true];
    expect(verdicts(found(0.005, run(1, 0.5, both), run(1, 0.5, both)), "smaller mean fan-out")).toEqual([true]);
    expect(verdicts(found(0.005, run(0.5, 1, both), run(0.5, 1, both)), "smaller mean fan-out")).toEqual([false]);
  });

  it("match more than nine teachers of ten, or the assertion fails; the count is told", () => {
    const good = found(0.005, run(1, 0.5, [true, true]), run(1, 0.5, [true, true]));
    expect(verdicts(good, "nine teachers")).toEqual([true]);
    expect(good.assertions[0]!.detail).toBe("4 of 4");
    expect(verdicts(found(0.005, run(1, 0.5, [true, false])), "nine teachers")).toEqual([false]);
  });

  it("of a large start are not asserted", () => {
    expect(found(0.5, run(0.5, 1, [false, false])).assertions).toEqual([]);
  });

  it("have means with standard errors over the seeds", () => {
    const { tables } = found(0.005, run(1, 0.5, [true, true]), run(3, 0.5, [true, true]));
    expect(tables[0]!.rows[0]).toEqual([0.005, "with a teacher", 2, 2, 1, 3, -1, 0, 2]);
  });

  it("have boundaries that end at the frame, and none where they pass by", () => {
    expect(boundary([1, 0, -1, 1])).toEqual([
      [1, -4.5],
      [1, 4.5],
    ]);
    const ends = boundary([1, 1, 0, 1]).map((point) => point.map((value) => Math.round(value * 1e9) / 1e9));
    expect(ends).toEqual([
      [4.5, -4.5],
      [-4.5, 4.5],
    ]);
    for (const far of [
      [1, 0, -5, 1],
      [1, 1, 20, 1],
      [0, 0, 1, 1],
    ] as const)
      expect(boundary(far)).toEqual([]);
  });
});

describe("figure 8, when teachers are matched", () => {
  /** One student a teacher, matched from an epoch on. */
  const run = (epochs: readonly number[]): Figure8Result => ({
    correlations: Array.from({ length: 21 }, (_, epoch) => epochs.map((at) => [epoch >= at ? WITH : WITHOUT])),
    final: [0],
  });
  const found = (...runs: readonly (readonly number[])[]) =>
    figure8.summarise(
      runs.map((epochs, seed) => finishedJob(run(epochs), seed)),
      "quick",
    );

  it("stronger ones are earlier, or the assertion fails", () => {
    expect(verdicts(found([1, 2, 3, 4, 5], [1, 2, 3, 5, 6]))).toEqual([true]);
    expect(verdicts(found([5, 4, 3, 2, 1], [6, 5, 3, 2, 1]))).toEqual([false]);
    expect(verdicts(found([1, 9, 3, 4, 10], [1, 9, 3, 5, 10]))).toEqual([false]);
  });

  it("all at once is not earlier, and never is no match", () => {
    expect(verdicts(found([3, 3, 3, 3, 3], [4, 4, 4, 4, 4]))).toEqual([false]);
    expect(verdicts(found([99, 99, 99, 99, 99], [99, 99, 99, 99, 99]))).toEqual([false]);
  });

  it("one seed is not judged", () => {
    const { assertions, notes } = found([1, 2, 3, 4, 5]);
    expect([assertions, notes.join()]).toEqual([[], expect.stringContaining("one seed has no standard error")]);
  });

  it("stands in the table: median, earliest, latest, students", () => {
    expect(found([1, 2, 3, 4, 99], [3, 4, 5, 8, 99]).tables[0]!.rows).toEqual([
      [1, 2, 1, 3, 1, 0],
      [2, 3, 2, 4, 0, 0],
      [3, 4, 3, 5, 0, 0],
      [4, 6, 4, 8, 0, 0],
      [5, "never", "never", "never", 0, 0],
    ]);
  });
});

describe("figure 9, layers", () => {
  /** `best` at 2000 steps; the first checkpoint is the other way round. Ten students with a teacher, ten without. */
  const run = (best: readonly number[], withTeacher = 1, without = 0.5): DeepResult => {
    const layers = (values: readonly number[]) =>
      values.map((meanBest) => ({
        meanBest,
        correlation: [...Array<number>(10).fill(WITH), ...Array<number>(10).fill(WITHOUT)],
        fanOut: [...Array<number>(10).fill(withTeacher), ...Array<number>(10).fill(without)],
      }));
    const steps = [0, 300, 2000, 15_000];
    return {
      steps,
      evaluationLoss: steps.map(() => 1),
      layers: steps.map((step) => layers(step === 2000 ? best : [...best].reverse())),
    };
  };
  const found = (...results: readonly DeepResult[]) =>
    figure9.summarise(
      results.map((result, seed) => finishedJob(result, seed, { multiplier: 10 })),
      "quick",
    );
  const lowest = "lowest layer is aligned best";

  it("the lowest is best after 2000 steps, or the assertion fails", () => {
    expect(verdicts(found(run([0.9, 0.7, 0.6, 0.8]), run([0.8, 0.7, 0.6, 0.7])), lowest)).toEqual([true]);
    expect(verdicts(found(run([0.7, 0.7, 0.6, 0.9]), run([0.8, 0.7, 0.6, 0.9])), lowest)).toEqual([false]);
    expect(verdicts(found(run([0.7, 0.7, 0.6, 0.7]), run([0.8, 0.8, 0.6, 0.7])), lowest)).toEqual([false]);
  });

  it("the numbers are told with standard errors, and one seed is not judged", () => {
    const two = found(run([0.9, 0.7, 0.6, 0.8]), run([0.8, 0.7, 0.6, 0.7]));
    expect(two.assertions[0]!.detail).toMatch(/^layer 1 0.85 ± 0.05, layer 2 0.7 ± 0,/);
    expect(verdicts(found(run([0.9, 0.7, 0.6, 0.8])), lowest)).toEqual([]);
    expect(two.tables[0]!.rows.map((row) => row.slice(0, 4))).toEqual([
      ["10x", 300, 0.75, 0.05],
      ["10x", 2000, 0.85, 0.05],
      ["10x", 15_000, 0.75, 0.05],
    ]);
  });

  it("students of the lowest without a teacher have the smaller fan-out, or the assertion fails", () => {
    const best = [0.9, 0.7, 0.6, 0.8];
    expect(verdicts(found(run(best), run(best)), "smaller mean fan-out")).toEqual([true]);
    expect(verdicts(found(run(best, 0.5, 1), run(best, 0.5, 1)), "smaller mean fan-out")).toEqual([false]);
  });
});

describe("one input", () => {
  const run = (best: readonly number[]): Neurons1dResult => ({
    ...{ steps: [0, 19, 40_000], evaluationLoss: [1, 1, 0.01], best: [best, best, best] },
    breakpoints: [[], [], [-2, 0.6, 3]].map((row) => (row.length === 0 ? [0, 0, 0] : row)),
    ...{ fanOut: [1, 1, 0.1], sides: [1, -1, 1] },
    teacherOutput: Array<number>(81).fill(0),
    studentOutput: [0, 0, 0].map(() => Array<number>(81).fill(0)),
  });
  const found = (...bests: readonly (readonly number[])[]) =>
    neurons1d.summarise(
      bests.map((best, seed) => finishedJob(run(best), seed)),
      "quick",
    );

  it("matches more than nine teachers of ten, or the assertion fails; the count is told", () => {
    const all = found([WITH, WITH, WITH, WITH], [WITH, WITH, WITH, WITH]);
    expect([verdicts(all), all.assertions[0]!.detail]).toEqual([[true], "8 of 8"]);
    const most = found([WITH, WITH, WITH, WITHOUT], [WITH, WITH, WITH, WITH]);
    expect([verdicts(most), most.assertions[0]!.detail]).toEqual([[false], "7 of 8"]);
  });

  it("has a student of each kind in its tables", () => {
    const { tables } = found([WITH, WITH, WITH, WITH]);
    expect(tables[0]!.rows.map((row) => row[1])).toEqual([1, -2, 1, 1, 1]);
    expect(tables[1]!.rows).toEqual([[0, 1, 0.01, 1, 1, 1, 1, 1, 0.1]]);
  });
});
