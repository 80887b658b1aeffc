import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Matrix } from "../../../src/numeric/linearAlgebra/denseMatrix.js";
import { backpropagation, weightUpdates } from "../../../src/theory/alignment/network/backpropagation.js";
import { forwardPass, networkOutput } from "../../../src/theory/alignment/network/forwardPass.js";
import { mixtureCoefficients } from "../../../src/theory/alignment/network/mixtureCoefficients.js";
import { randomNetwork } from "../../../src/theory/alignment/network/randomNetwork.js";
import { nodeRows, reluNetwork } from "../../../src/theory/alignment/network/reluNetwork.js";
import { errorOf } from "../../support/theoryError.js";

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const width = fc.integer({ min: 1, max: 5 });
const hidden = fc.array(width, { minLength: 1, maxLength: 3 });

/** Every path from node j of layer l to output c: the product of its weights and of the gates on it. */
function pathSum(
  layers: readonly Matrix[],
  gates: readonly (readonly boolean[])[],
  l: number,
  j: number,
  c: number,
): number {
  if (l === layers.length) return Number(j === c);
  return layers[l][j].reduce((sum, w, k) => sum + (gates[l][k] ? w * pathSum(layers, gates, l + 1, k, c) : 0), 0);
}

function expectClose(got: readonly number[], expected: readonly number[], scale = 1) {
  expect(got).toHaveLength(expected.length);
  const size = Math.max(1, scale, ...expected.map(Math.abs));
  for (const [i, value] of got.entries()) expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-11 * size);
}

describe("a network", () => {
  it("computes relu layer by layer, with the bias as last row and no ReLU on top", () => {
    const network = reluNetwork([
      [
        [1, -1],
        [0.5, 0.25],
      ],
      [[2], [3], [-1]],
    ]);
    expect(network.widths).toEqual([1, 2, 1]);
    expect(networkOutput(network, [1])).toEqual([2]);
    expect(networkOutput(network, [-1])).toEqual([2.75]);
    expect(networkOutput(reluNetwork([[[1], [-3]]]), [2])).toEqual([-1]);
    expect(nodeRows(network, 1)).toEqual([
      [1, 0.5],
      [-1, 0.25],
    ]);
  });

  it("shuts the gate of a node whose pre-activation is 0", () => {
    const network = reluNetwork([
      [[1], [0]],
      [[1], [0]],
    ]);
    expect(forwardPass(network, [0]).gates[0]).toEqual([false]);
    expect(backpropagation(network, forwardPass(network, [0]), [1])[0]).toEqual([0]);
  });

  it("is frozen, and does not see later changes of what it was made of", () => {
    const weights = [[[1], [0]]];
    const network = reluNetwork(weights);
    weights[0][0][0] = 7;
    expect(networkOutput(network, [1])).toEqual([1]);
    expect(Object.isFrozen(network.layers[0][0])).toBe(true);
  });

  it.each([
    ["no layers", [], /layers/],
    ["ragged rows", [[[1, 2], [3]]], /layers\[0\]\[1\].*ragged/],
    ["a NaN", [[[1], [Number.NaN]]], /layers\[0\]\[1\]\[0\] = NaN/],
    ["a layer without biases", [[[1, 2]]], /biases/],
    [
      "widths that do not chain",
      [
        [
          [1, 2],
          [3, 4],
        ],
        [[1], [2]],
      ],
      /layers\[1\].*3 rows.*chain/s,
    ],
  ])("refuses %s and says where", (_, layers, message) => {
    expect(errorOf(() => reluNetwork(layers as never)).message).toMatch(message as RegExp);
  });

  it("refuses inputs and gradients of another length", () => {
    const network = randomNetwork([2, 3, 1], { seed: 1 });
    expect(errorOf(() => forwardPass(network, [1])).message).toMatch(/x\.length = 1/);
    expect(errorOf(() => forwardPass(network, [1, Number.NaN])).message).toMatch(/x\[1\] = NaN/);
    expect(errorOf(() => backpropagation(network, forwardPass(network, [1, 2]), [1, 2])).message).toMatch(/top/);
  });
});

describe("a random network", () => {
  it("is a pure function of its seed and sample", () => {
    const make = (seed: number, sample: number) => randomNetwork([3, 4, 2], { seed, sample }).layers;
    expect(make(5, 0)).toEqual(make(5, 0));
    expect(make(5, 0)).not.toEqual(make(6, 0));
    expect(make(5, 0)).not.toEqual(make(5, 1));
  });

  it("has no biases where their standard deviation is 0, and refuses widths of 0", () => {
    expect(randomNetwork([2, 3, 1], { seed: 1, biases: 0 }).layers.every((w) => w.at(-1)!.every((b) => b === 0))).toBe(
      true,
    );
    expect(errorOf(() => randomNetwork([2, 0, 1], { seed: 1 })).message).toMatch(/widths = 2, 0, 1/);
  });
});

describe("gradients", () => {
  it("are sums over paths, and the mixture of Lemma 1, for any depth and widths", () => {
    fc.assert(
      fc.property(seeds, width, hidden, hidden, width, (seed, d, teacherHidden, studentHidden, C) => {
        const teacher = randomNetwork([d, ...teacherHidden, C], { seed, sample: 0 });
        const student = randomNetwork([d, ...studentHidden, C], { seed, sample: 1 });
        const x = randomNetwork([d, 1], { seed, sample: 2 })
          .layers[0].slice(0, d)
          .map(([entry]) => entry);
        const pass = forwardPass(student, x);
        const { layers, top } = mixtureCoefficients(teacher, student, x);
        const gradients = backpropagation(student, pass, top);
        expectClose(
          top,
          networkOutput(teacher, x).map((target, c) => target - networkOutput(student, x)[c]),
        );
        expect(layers).toHaveLength(Math.min(teacherHidden.length, studentHidden.length));
        const scale = Math.max(...layers.flatMap(({ A, B }) => [...A, ...B].flat().map(Math.abs)), 1) * 10;
        for (const { layer, g } of layers) {
          const paths = g.map((_, j) =>
            pass.gates[layer - 1][j]
              ? top.reduce((sum, t, c) => sum + t * pathSum(student.layers, pass.gates, layer, j, c), 0)
              : 0,
          );
          expectClose(gradients[layer - 1], paths, scale);
          expectClose(g, paths, scale);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("vanish at a dead node, and B is symmetric", () => {
    const student = reluNetwork([
      [
        [0, 1],
        [0, 0.5],
      ],
      [[1], [1], [0]],
    ]);
    const teacher = randomNetwork([1, 2, 1], { seed: 3 });
    const { layers } = mixtureCoefficients(teacher, student, [1]);
    expect(layers[0].g[0]).toBe(0);
    for (const [i, row] of layers[0].B.entries()) for (const [j, b] of row.entries()) expect(b).toBe(layers[0].B[j][i]);
  });

  it("give updates shaped like the weights, the last row for the biases", () => {
    const student = randomNetwork([2, 3, 2], { seed: 9 });
    const pass = forwardPass(student, [0.5, -1]);
    const gradients = backpropagation(student, pass, [1, -2]);
    const updates = weightUpdates(pass, gradients);
    expect(updates.map((rows) => [rows.length, rows[0].length])).toEqual([
      [3, 3],
      [4, 2],
    ]);
    expect(updates[1].at(-1)).toEqual([1, -2]);
  });

  it("are refused for networks that do not match", () => {
    const [a, b] = [randomNetwork([2, 3, 1], { seed: 1 }), randomNetwork([3, 3, 1], { seed: 1 })];
    expect(errorOf(() => mixtureCoefficients(a, b, [1, 2])).message).toMatch(/3 inputs.*2 inputs/s);
    const c = randomNetwork([2, 3, 2], { seed: 1 });
    expect(errorOf(() => mixtureCoefficients(a, c, [1, 2])).message).toMatch(/2 outputs.*1 outputs/s);
  });
});
