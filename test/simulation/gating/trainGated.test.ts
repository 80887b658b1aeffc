import { describe, expect, it } from "vitest";
import { circle, circleSettings } from "../../../src/simulation/gating/circle.js";
import { gatedOutputs } from "../../../src/simulation/gating/gatedOutputs.js";
import { initialWeights } from "../../../src/simulation/gating/initialWeights.js";
import { mapWeights, numbersOf } from "../../../src/simulation/gating/mapWeights.js";
import type { GatedRun, GatedSettings } from "../../../src/simulation/gating/settings.js";
import { trainGated } from "../../../src/simulation/gating/trainGated.js";
import { samplesFor } from "./randomProblems.js";

const short = circleSettings("dlgn", { epochs: 3, checkpoints: [0, 1, 3] });
const data = { training: circle({ points: 40 }) };
const numbers = ({ records }: GatedRun) => records.map(({ loss, weights }) => [loss, numbersOf(weights)]);

describe("trainGated", () => {
  it.each(["wasm", "plain"] as const)(
    "gives the same run for the same seed, and another for another (%s)",
    async (kernels) => {
      const [one, same, other] = [
        await trainGated(short, data, { seed: 1, kernels }),
        await trainGated(short, data, { seed: 1, kernels }),
        await trainGated(short, data, { seed: 2, kernels }),
      ];
      expect(same).toEqual(one);
      expect(numbers(other)).not.toEqual(numbers(one));
      expect(one.records.map(({ epoch }) => epoch)).toEqual([0, 1, 3]);
      expect(one.divergedAt).toBeNull();
    },
  );

  it("records the same at an epoch whatever else is recorded, evaluated or looked at", async () => {
    const whole = await trainGated(short, data, { seed: 3 });
    const seen: number[] = [];
    const last = await trainGated(
      { ...short, checkpoints: [3] },
      { ...data, evaluation: circle({ points: 10 }) },
      { seed: 3, onProgress: (done) => void seen.push(done) },
    );
    expect(last.records[0]!.loss).toBe(whole.records[2]!.loss);
    expect(last.records[0]!.weights).toEqual(whole.records[2]!.weights);
    expect(last.records[0]!.evaluation!.loss).toBeGreaterThan(0);
    expect(whole.records[2]!.evaluation).toBeNull();
    expect(seen).toEqual([3]);
  });

  it("records the loss of the weights that it records", async () => {
    const { records } = await trainGated(short, data, { seed: 3 });
    const outputs = await gatedOutputs(short, records[2]!.weights, data.training.inputs, { kernels: "plain" });
    const squares = outputs.map((f, k) => (f - data.training.targets[k]!) ** 2);
    expect(records[2]!.loss).toBeCloseTo(squares.reduce((sum, x) => sum + x, 0) / squares.length, 6);
  });

  it("starts from given weights, and from its seed's own without them", async () => {
    const start = mapWeights(initialWeights(short, 5), (values) => values.map((value) => 2 * value));
    const given = await trainGated(short, data, { seed: 1, start });
    expect(given.records[0]!.weights).toEqual(start);
    const own = await trainGated(short, data, { seed: 1 });
    expect(own.records[0]!.weights).toEqual(initialWeights(short, 1));
  });

  it("draws weights and biases within 1/sqrt(fan-in), all over it", () => {
    const { W, U } = initialWeights({ ...short, inputs: 50, hidden: [100, 64], bias: true }, 1);
    for (const { inputs, weights, bias } of [...W, ...U]) {
      const bound = 1 / Math.sqrt(inputs);
      for (const values of [weights, bias!]) {
        const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        expect(largest).toBeLessThanOrEqual(bound * (1 + 1e-7));
        if (values.length >= 64) expect(largest).toBeGreaterThan(0.8 * bound);
      }
    }
  });

  it("leaves W alone where gates are fixed or hard, and moves it otherwise", async () => {
    for (const kernels of ["wasm", "plain"] as const) {
      const run = async (gates: GatedSettings["gates"]) =>
        (await trainGated({ ...short, gates }, data, { seed: 1, kernels })).records.map(({ weights }) => weights);
      for (const gates of [
        { beta: 4, fixed: true },
        { beta: "hard" as const, fixed: false },
        { beta: "hard" as const, fixed: true },
      ]) {
        const [first, , last] = await run(gates);
        expect(last!.W).toEqual(first!.W);
        expect(last!.U).not.toEqual(first!.U);
      }
      const [first, , last] = await run({ beta: 4, fixed: false });
      for (const [l, layer] of last!.W.entries()) expect(layer.weights).not.toEqual(first!.W[l]!.weights);
    }
  });

  it("visits every sample once an epoch: one batch of everything takes the gradient of the whole loss", async () => {
    const whole = { ...short, batches: { count: 1 }, adam: { rate: 0.01, epsilon: 1 }, epochs: 1, checkpoints: [1] };
    const [one, other] = [
      await trainGated(whole, data, { seed: 1, kernels: "plain", start: initialWeights(short, 9) }),
      await trainGated(whole, data, { seed: 2, kernels: "plain", start: initialWeights(short, 9) }),
    ];
    const [left, right] = [one, other].map(({ records }) => numbersOf(records[0]!.weights));
    for (const [k, values] of left!.entries()) {
      for (const [i, value] of values.entries()) expect(value).toBeCloseTo(right![k]![i]!, 7);
    }
  });

  it("classifies what a line separates", async () => {
    const inputs = samplesFor({ inputs: 2, outputs: 1, loss: "mse" }, 200, 4).inputs;
    const labels = Uint8Array.from({ length: 200 }, (_, s) => Number(inputs[2 * s]! + inputs[2 * s + 1]! > 0));
    const settings: GatedSettings = {
      ...{ model: "dlgn-pwc", inputs: 2, hidden: [8, 8], outputs: 2, bias: true, gates: { beta: 4, fixed: false } },
      ...{ loss: "cross-entropy", adam: { rate: 0.01 }, batches: { size: 32 }, epochs: 40, checkpoints: [0, 40] },
    };
    const { records } = await trainGated(settings, { training: { inputs, labels } }, { seed: 1 });
    expect(records[0]!.accuracy).toBeLessThan(0.9);
    expect(records[1]!.accuracy).toBeGreaterThan(0.97);
  });

  it("ends with divergedAt where the loss leaves all bounds", async () => {
    const wild = { ...circleSettings("dln", { epochs: 20, checkpoints: [0, 20] }), adam: { rate: 1e12 } };
    for (const kernels of ["wasm", "plain"] as const) {
      const { records, divergedAt } = await trainGated(wild, data, { seed: 1, kernels });
      expect(records.map(({ epoch }) => epoch)).toEqual([0]);
      expect(divergedAt).toBe(0);
    }
  });

  it("ends where a gradient has no finite square in single precision, though the loss is finite", async () => {
    // f = u w x: the loss is 1e-10, the gradient by u is 1e21
    const settings: GatedSettings = {
      ...{ model: "dln", inputs: 1, hidden: [1], outputs: 1, bias: false, gates: null, loss: "mse" },
      ...{ adam: { rate: 0.01 }, batches: { size: 1 }, epochs: 3, checkpoints: [0, 3] },
    };
    const layer = (weight: number) => ({ inputs: 1, nodes: 1, weights: Float32Array.of(weight), bias: null });
    const start = { W: [layer(1e13), layer(0)], U: [] };
    const samples = { inputs: Float32Array.of(1e13), targets: Float32Array.of(1e-5) };
    const { records, divergedAt } = await trainGated(settings, { training: samples }, { seed: 1, start });
    expect([records.length, divergedAt]).toEqual([1, 0]);
    expect(records[0]!.loss).toBeCloseTo(1e-10, 15);
  });

  it.each(["wasm", "plain"] as const)(
    "holds logits of 1e30, whose exponentials are out of all bounds (%s)",
    async (kernels) => {
      const settings: GatedSettings = {
        ...{ model: "dln", inputs: 1, hidden: [1], outputs: 3, bias: false, gates: null, loss: "cross-entropy" },
        ...{ adam: { rate: 0.01 }, batches: { size: 4 }, epochs: 1, checkpoints: [0, 1] },
      };
      const one = { inputs: 1, nodes: 1, weights: Float32Array.of(1), bias: null };
      const start = { W: [one, { ...one, nodes: 3, weights: Float32Array.of(1, -1, 0.5) }], U: [] };
      // outputs x, -x and x/2: the largest is that of the label, or 2e15 and 5e14 above it
      const training = { inputs: Float32Array.of(1e30, -1e30, 1e15, 1e15), labels: Uint8Array.of(0, 1, 1, 2) };
      const { records, divergedAt } = await trainGated(settings, { training }, { seed: 1, kernels, start });
      expect(divergedAt).toBeNull();
      expect(Math.abs(records[0]!.loss / ((2e15 + 5e14) / 4) - 1)).toBeLessThan(1e-6);
      expect(records[0]!.accuracy).toBe(0.5);
    },
  );

  it("looks at its signal now and then where steps are of one product", async () => {
    const samples = 20_000;
    const settings: GatedSettings = {
      ...{ model: "dln", inputs: 1, hidden: [1], outputs: 1, bias: false, gates: null, loss: "mse" },
      ...{ adam: { rate: 0.01 }, batches: { size: 1 }, epochs: 1, checkpoints: [] },
    };
    const training = { inputs: new Float32Array(samples).fill(1), targets: new Float32Array(samples) };
    const seen: number[] = [];
    await trainGated(settings, { training }, { seed: 1, onProgress: (done) => void seen.push(done) });
    expect(seen.length).toBeGreaterThan(3);
    const signal = { aborted: false };
    const onProgress = () => {
      signal.aborted = true;
    };
    const { records } = await trainGated(
      { ...settings, checkpoints: [1] },
      { training },
      { seed: 1, signal, onProgress },
    );
    expect(records).toEqual([]);
  });

  it("ends with the records so far after an abort, and with what onProgress throws", async () => {
    const signal = { aborted: false };
    const onProgress = (done: number) => {
      signal.aborted = done >= 1;
    };
    const options = { seed: 1, signal, onProgress };
    const { records, divergedAt } = await trainGated(short, data, options);
    expect(records.map(({ epoch }) => epoch)).toEqual([0, 1]);
    expect(divergedAt).toBeNull();
    const fails = () => {
      throw new Error("no room on the disk");
    };
    await expect(trainGated(short, data, { seed: 1, onProgress: fails })).rejects.toThrow("no room on the disk");
  });
});
