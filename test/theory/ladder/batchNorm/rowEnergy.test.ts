import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { layerGradient, layerOrders } from "../../../../src/theory/ladder/batchNorm/normalisedLayer.js";
import { rowEnergy, rowEnergyFlow } from "../../../../src/theory/ladder/batchNorm/rowEnergy.js";
import { casesOfKind, within } from "../cases.js";

function randomLayer(seed: number, samples = 12, inputs = 4, hidden = 3, outputs = 2) {
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const matrix = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.next()));
  const data = { X: matrix(samples, inputs), V: matrix(hidden, outputs), Y: matrix(samples, outputs) };
  return { data, W: matrix(inputs, hidden) };
}

describe("rowEnergy", () => {
  it.each(casesOfKind("bn_energy"))("has the reference's step: $id", ({ inputs, expected, tolerance }) => {
    const { X, V, Y, W, lr, order } = inputs;
    const { loss, dW, before, after } = rowEnergy({ X, V, Y }, W, { order, learningRate: lr });
    within({ loss, dW, energy_before: before, energy_after: after }, expected, tolerance);
  });

  it.each(layerOrders)("has the gradient of the loss by central differences, %s", (order) => {
    const { data, W } = randomLayer(3);
    const options = { order, c1: 1.2, c0: 0.3, epsilon: 0.01 };
    const { dW } = layerGradient(data, W, options);
    const h = 1e-6;
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 3; j++) {
        const at = (shift: number) =>
          layerGradient(
            data,
            W.map((row, k) => row.map((x, l) => (k === i && l === j ? x + shift : x))),
            options,
          ).loss;
        // roundoff / h and h^2; no kink lies within h at this seed
        expect(Math.abs((at(-h) - at(h)) / (2 * h) - dW[i]![j]!)).toBeLessThan(1e-8);
      }
    }
  });

  it.each(layerOrders)("grows by lr^2 |dW|^2 in a step, exactly, %s", (order) => {
    for (let seed = 0; seed < 20; seed++) {
      const { data, W } = randomLayer(seed);
      const { before, after, increment, radial } = rowEnergy(data, W, { order, learningRate: 0.7 });
      before.forEach((value, j) => {
        expect(Math.abs(radial[j]!)).toBeLessThan(1e-14);
        expect(Math.abs(after[j]! - value - increment[j]!)).toBeLessThan(1e-13);
        expect(increment[j]).toBeGreaterThan(0);
      });
    }
  });

  it("is not conserved with an epsilon", () => {
    const { data, W } = randomLayer(1);
    const { radial } = rowEnergy(data, W, { order: "lin-bn-relu", epsilon: 0.5 });
    expect(Math.max(...radial.map(Math.abs))).toBeGreaterThan(1e-3);
  });

  it("names a dead node, and matrices that do not fit", () => {
    const { data, W } = randomLayer(1);
    const X = data.X.map((row) => row.map(Math.abs));
    const dead = W.map((row) => [row[0]!, -1, row[2]!]);
    expect(() => rowEnergy({ ...data, X }, dead, { order: "lin-relu-bn" })).toThrow(/hidden node 1 = the constant 0/);
    expect(() => rowEnergy(data, W.slice(1), { order: "lin-relu-bn" })).toThrow(/W\.length = 3/);
    expect(() => rowEnergy({ ...data, Y: [[1, 2], [3]] }, W, { order: "lin-relu-bn" })).toThrow(/Y/);
    expect(() => rowEnergy(data, W, { order: "bn" as "lin-relu-bn" })).toThrow(/order = bn/);
  });
});

describe("rowEnergyFlow", () => {
  it.each(layerOrders)("keeps every energy while the loss falls, %s", (order) => {
    const { data, W } = randomLayer(3);
    const { drift, losses, converged } = rowEnergyFlow(data, W, [0, 0.5, 1, 2, 4], { order });
    expect(converged).toBe(true);
    // local errors of 1e-10 over some hundred steps
    expect(drift).toBeLessThan(1e-8);
    expect(losses.at(-1)).toBeLessThan(0.9 * losses[0]!);
  });

  it("drifts with an epsilon: the conservation is batch norm's, not the solver's", () => {
    const { data, W } = randomLayer(1);
    const { drift, converged } = rowEnergyFlow(data, W, [0, 1, 4], { order: "lin-bn-relu", epsilon: 0.5 });
    expect(converged).toBe(true);
    expect(drift).toBeGreaterThan(0.1);
  });

  it("says that it stopped where the flow slides along a kink, with the energies kept until there", () => {
    const { data, W } = randomLayer(0);
    const { drift, converged, times } = rowEnergyFlow(data, W, [0, 0.5, 1], { order: "lin-relu-bn", maxEvals: 3000 });
    expect([converged, times]).toEqual([false, [0, 0.5]]);
    expect(drift).toBeLessThan(1e-8);
  });
});
