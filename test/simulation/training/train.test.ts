import { describe, expect, it } from "vitest";
import type { TeacherStudentSettings, TrainOptions } from "../../../src/simulation/training/settings.js";
import { train } from "../../../src/simulation/training/train.js";
import { deep, small } from "./settings.js";

const kinds = ["plain", "wasm"] as const;

describe.each(kinds)("train with %s kernels", (kernels) => {
  it("gives the same bits twice, and others for another seed", async () => {
    const settings = small(deep);
    const [one, two, other] = await Promise.all(
      [1, 1, 2].map((seed) => train(settings, { seed, kernels, keepWeights: true })),
    );
    expect(two).toEqual(one);
    expect(other!.records[1]!.evaluationLoss).not.toBe(one!.records[1]!.evaluationLoss);
    expect(other!.teacher).not.toEqual(one!.teacher);
  });

  it("measures the same at a checkpoint whatever the other checkpoints and later steps are", async () => {
    const run = { seed: 7, kernels, keepWeights: true };
    const dense = await train(small({ steps: 12, checkpoints: Array.from({ length: 13 }, (_, k) => k) }), run);
    const sparse = await train(small({ steps: 9, checkpoints: [3, 9] }), run);
    expect(sparse.records).toEqual([dense.records[3], dense.records[9]]);
    expect(dense.records.map(({ step }) => step)).toEqual(Array.from({ length: 13 }, (_, k) => k));
    expect(await train(small({ steps: 9, checkpoints: [] }), run)).toMatchObject({ records: [], divergedAt: null });
  });

  it("changes the learning rate at the step that the schedule names", async () => {
    const run = { seed: 7, kernels, keepWeights: true };
    const constant = await train(small({ checkpoints: [3, 4, 5] }), run);
    const schedule = [
      { from: 0, rate: 0.01 },
      { from: 4, rate: 0.02 },
      { from: 5, rate: 100 },
    ];
    const changed = await train(small({ learningRate: schedule, checkpoints: [3, 4, 5] }), run);
    const layerOf = (record: { weights?: readonly Float32Array[] }) => [...record.weights![0]!];
    const [three, four, five] = constant.records.map(layerOf);
    const [newThree, newFour, newFive] = changed.records.map(layerOf);
    expect([newThree, newFour]).toEqual([three, four]);
    // the fifth step goes the same way, twice as far, up to the rounding of weights of size 1
    for (const [i, weight] of newFive!.entries())
      expect(weight - four![i]!).toBeCloseTo(2 * (five![i]! - four![i]!), 6);
  });

  it("starts at the student that the settings ask for", async () => {
    const wide = { inputs: { ...small().inputs, dimension: 400 }, steps: 0, checkpoints: [0] };
    const start = async (standardDeviation: number | null) => {
      const student = { multiplier: 10, standardDeviation };
      const { records } = await train(small({ ...wide, student }), { seed: 3, kernels, keepWeights: true });
      return records[0]!.weights!;
    };
    const [bottom, top] = await start(0.005);
    const values = [...bottom!.subarray(0, 400 * 30)];
    // standard error of the mean of 12000 squares: 1.3% of 0.005^2
    expect(values.reduce((sum, x) => sum + x * x, 0) / values.length / 0.005 ** 2).toBeCloseTo(1, 1);
    expect([...bottom!.subarray(400 * 30), ...top!.subarray(30 * 5)]).toEqual(new Array(35).fill(0));
    const [uniform] = await start(null);
    expect(uniform!.length).toBe(401 * 30);
    expect(Math.max(...uniform!.map(Math.abs))).toBeLessThanOrEqual(1 / 20);
    expect(Math.max(...uniform!.map(Math.abs))).toBeGreaterThan(0.999 / 20);
    expect(uniform!.at(-1)).not.toBe(0);
  });

  it("ends a run that diverges at the step where it does, with finite records only", async () => {
    const settings = small({ learningRate: [{ from: 0, rate: 50 }], steps: 500, checkpoints: [0, 1, 2, 500] });
    const run = await train(settings, { seed: 1, kernels, keepWeights: true });
    expect(run.divergedAt).toBeGreaterThan(0);
    expect(run.divergedAt).toBeLessThan(500);
    expect(run.records.length).toBeGreaterThan(0);
    for (const { step, evaluationLoss, trainingLoss, layers, weights } of run.records) {
      expect(step).toBeLessThanOrEqual(run.divergedAt!);
      const numbers = [evaluationLoss, trainingLoss, ...layers.flatMap((l) => [...l.correlations, ...l.fanOut])];
      expect([...numbers, ...weights!.flatMap((layer) => [...layer])].every(Number.isFinite)).toBe(true);
    }
    const dense = { ...settings, checkpoints: Array.from({ length: 501 }, (_, k) => k) };
    expect((await train(dense, { seed: 1, kernels })).divergedAt).toBe(run.divergedAt);
  });

  it("gives correlation 0, and no other number, for a node that is never active", async () => {
    const student = { multiplier: 2, standardDeviation: 0 };
    const { records } = await train(small({ student, steps: 0, checkpoints: [0] }), { seed: 1, kernels });
    expect([...records[0]!.layers[0]!.correlations]).toEqual(new Array(18).fill(0));
    expect([...records[0]!.layers[0]!.fanOut]).toEqual(new Array(6).fill(0));
  });

  it("learns: the loss falls, and evaluation and training inputs are not the same", async () => {
    const { records } = await train(small({ steps: 2000, checkpoints: [0, 2000] }), { seed: 5, kernels });
    expect(records[1]!.evaluationLoss).toBeLessThan(0.1 * records[0]!.evaluationLoss);
    expect(records[1]!.trainingLoss).toBeLessThan(0.1 * records[0]!.trainingLoss);
    expect(records[1]!.trainingLoss).not.toBe(records[1]!.evaluationLoss);
  });
});

describe("a run", () => {
  it("tells its progress, waits for who listens, and stops when it is told to", async () => {
    const signal = { aborted: false };
    const told: number[] = [];
    const onProgress = async (done: number) => {
      await null;
      told.push(done);
      signal.aborted = done >= 2200;
    };
    const settings = small({ steps: 5000, checkpoints: [0, 1200, 4000] });
    const run = await train(settings, { seed: 1, signal, onProgress });
    expect(told).toEqual([1000, 1200, 2200]);
    expect(run.records.map(({ step }) => step)).toEqual([0, 1200]);
    expect(run.divergedAt).toBeNull();
    expect((await train(settings, { seed: 1, signal: { aborted: true } })).records).toEqual([]);
  });

  it("ends with what its listener throws", async () => {
    const onProgress = () => Promise.reject(new Error("full disk"));
    await expect(train(small(), { seed: 1, onProgress })).rejects.toThrow("full disk");
  });
});

describe("settings outside their domain", () => {
  const { inputs, teacher, student } = small();
  it.each([
    ["inputs.dimension", { inputs: { ...inputs, dimension: 0 } }],
    ["inputs.standardDeviation", { inputs: { ...inputs, standardDeviation: Number.NaN } }],
    ["inputs.samples", { inputs: { ...inputs, samples: 1.5 } }],
    ["inputs.samples", { inputs: { ...inputs, samples: 2 ** 24, dimension: 100 } }],
    ["inputs.evaluation", { inputs: { ...inputs, evaluation: 1 } }],
    ["dimensions", { inputs: { ...inputs, dimensions: 3 } }],
    ["teacher.hidden", { teacher: { ...teacher, hidden: [] } }],
    ["teacher.hidden", { teacher: { ...teacher, hidden: [3, 0] } }],
    ["teacher.outputs", { teacher: { ...teacher, outputs: "5" } }],
    ["teacher.polarity", { teacher: { ...teacher, polarity: -1 } }],
    ["teacher.bias", { teacher: { ...teacher, bias: Number.POSITIVE_INFINITY } }],
    ["teacher.bias", { teacher: { ...teacher, bias: "median" } }],
    ["teacher.normalised", { teacher: { ...teacher, normalised: "none" } }],
    ["teacher", { teacher: { ...teacher, hidden: [1], outputs: 10 } }],
    ["teacher", { inputs: { ...inputs, dimension: 1 }, teacher: { ...teacher, hidden: [2] } }],
    ["student.multiplier", { student: { ...student, multiplier: 0 } }],
    ["student.multiplier", { student: { ...student, multiplier: 2000 } }],
    ["student.standardDeviation", { student: { ...student, standardDeviation: -1 } }],
    ["loss", { loss: "square" }],
    ["learningRate", { learningRate: [] }],
    ["learningRate", { learningRate: 0.01 }],
    ["learningRate.rate", { learningRate: [{ from: 0, rate: 0 }] }],
    ["learningRate.from", { learningRate: [{ from: 1, rate: 0.1 }] }],
    ["batch", { batch: 0 }],
    ["steps", { steps: -1 }],
    ["checkpoints", { checkpoints: [6] }],
    ["checkpoints", { checkpoints: [3, 3] }],
    ["checkpoints", { checkpoints: null }],
    ["momentum", { momentum: 0.9 }],
    ["settings", null],
  ])("are refused with the name of what is wrong: %s", async (parameter, changes) => {
    const settings = (changes === null ? null : { ...small(), ...changes }) as unknown as TeacherStudentSettings;
    await expect(train(settings, { seed: 1 })).rejects.toMatchObject({
      details: { code: "domain", parameter, domain: expect.stringMatching(/./), remedy: expect.stringMatching(/./) },
    });
  });

  it.each([
    ["seed", { seed: -1 }],
    ["kernels", { seed: 1, kernels: "tfjs" }],
    ["keepWeights", { seed: 1, keepWeights: 1 }],
    ["signal", { seed: 1, signal: {} }],
    ["onProgress", { seed: 1, onProgress: 3 }],
    ["workers", { seed: 1, workers: 2 }],
    ["options", undefined],
  ])("so are options: %s", async (parameter, options) => {
    const refused = train(small(), options as unknown as TrainOptions);
    await expect(refused).rejects.toMatchObject({ name: "TheoryError", details: { code: "domain", parameter } });
  });
});
