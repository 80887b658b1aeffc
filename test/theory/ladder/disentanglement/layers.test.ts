import { describe, expect, it } from "vitest";
import { multiply } from "../../../../src/numeric/linearAlgebra/denseMatrix.js";
import { backwardGradient, marginalsOf } from "../../../../src/theory/ladder/disentanglement/backwardGradient.js";
import { disentangledForward } from "../../../../src/theory/ladder/disentanglement/disentangledForward.js";
import { disentanglingCoefficients } from "../../../../src/theory/ladder/disentanglement/disentanglingCoefficients.js";
import { kroneckerVector } from "../../../../src/theory/ladder/disentanglement/kronecker.js";
import { randomFactorisedLadder } from "../../../../src/theory/ladder/disentanglement/randomFactorisedLadder.js";
import { separableUpdate } from "../../../../src/theory/ladder/disentanglement/separableUpdate.js";
import { casesOfKind, largestGap, within } from "../cases.js";

const sizeLists = [[1], [2], [2, 1], [1, 1, 1], [0, 2], [3, 1, 2], [2, 2, 2]];
const cases = sizeLists.flatMap((sizes) => [1, 2, 3].map((seed) => ({ sizes, seed })));

/** Conditional probabilities of the list of all bits, by going through atoms: no tensor product anywhere. */
function bruteForward({ sizes, tables, activations, weights }: ReturnType<typeof randomFactorisedLadder>) {
  const events = 2 ** sizes.length;
  const children = 2 ** activations.length;
  const bit = (index: number, at: number, count: number) => (index >> (count - 1 - at)) & 1;
  return Array.from({ length: events }, (_, a) =>
    sizes.map((_size, node) => {
      let value = 0;
      for (let b = 0; b < children; b++) {
        let [probability, from] = [1, 0];
        sizes.forEach((size, i) => {
          let index = 0;
          for (let k = 0; k < size; k++) index = 2 * index + bit(b, from + k, activations.length);
          probability *= tables[i]![bit(a, i, sizes.length)]![index]!;
          from += size;
        });
        const start = sizes.slice(0, node).reduce((sum, size) => sum + size, 0);
        const sum = weights[node]!.reduce(
          (s, w, k) => s + w * activations[start + k]![bit(b, start + k, activations.length)]!,
          0,
        );
        value += probability * sum;
      }
      return value;
    }),
  );
}

describe("disentangledForward", () => {
  it.each(casesOfKind("disent_forward"))("has the reference's activations: $id", ({ inputs, expected, tolerance }) => {
    const { P_factors: tables, f_beta: activations, S_sizes: sizes, w_blocks: weights } = inputs;
    const found = disentangledForward([{ tables, activations, sizes, weights }]);
    const { raw, factors, output, disentangled } = found;
    within({ F_alpha_raw: raw, f_alpha_raw: factors, F_alpha_relu: output, disentangled }, expected, tolerance);
  });

  it.each(cases)("is what a walk over all atoms gives, sizes $sizes, seed $seed", ({ sizes, seed }) => {
    const ladder = randomFactorisedLadder(sizes, { seed });
    const { raw, residual, disentangled } = disentangledForward([ladder]);
    expect(largestGap(raw, bruteForward(ladder))).toBeLessThan(1e-13);
    expect(residual).toBeLessThan(1e-13);
    expect(disentangled).toBe(true);
  });

  it("adds children of different sizes", () => {
    const [a, b] = [randomFactorisedLadder([2, 1], { seed: 1 }), randomFactorisedLadder([1, 3], { seed: 2 })];
    const both = disentangledForward([a, b]);
    const sum = disentangledForward([a]).raw.map((row, i) =>
      row.map((x, j) => x + disentangledForward([b]).raw[i]![j]!),
    );
    expect(largestGap(both.raw, sum)).toBeLessThan(1e-15);
    expect(both.residual).toBeLessThan(1e-13);
    expect(() => disentangledForward([a, randomFactorisedLadder([1], { seed: 1 })])).toThrow(/different sizes/);
  });

  it("names tables, activations and weights that do not fit", () => {
    const ladder = randomFactorisedLadder([2, 1], { seed: 1 });
    const tables = [
      [
        [0.5, 0.5, 0.5, 0],
        [0.25, 0.25, 0.25, 0.25],
      ],
      ladder.tables[1]!,
    ];
    expect(() => disentangledForward([{ ...ladder, tables }])).toThrow(/tables\[0\]\[0\] = a list with sum 1.5/);
    expect(() => disentangledForward([{ ...ladder, activations: [[1, 2]] }])).toThrow(/activations\.length = 1/);
    expect(() => disentangledForward([{ ...ladder, weights: [[1], [1]] }])).toThrow(/weights\[0\]\.length = 1/);
    expect(() => disentangledForward([{ ...ladder, sizes: [1, 2] }])).toThrow(/tables\[0\]/);
    expect(() => disentangledForward([])).toThrow(/children/);
  });

  it("refuses matrices of more than 2^20 entries", () => {
    const ladder = randomFactorisedLadder([6, 6], { seed: 1 });
    const double = {
      sizes: [...ladder.sizes, 6, 1, 1, 1],
      tables: [
        ...ladder.tables,
        ladder.tables[0]!,
        ...[1, 2, 3].map(() => [
          [0.5, 0.5],
          [0.5, 0.5],
        ]),
      ],
      activations: [...ladder.activations, ...ladder.activations.slice(0, 9)],
      weights: [...ladder.weights, ladder.weights[0]!, [1], [1], [1]],
    };
    expect(() => disentangledForward([double])).toThrow(/at most 1048576 entries/);
  });
});

describe("separableUpdate", () => {
  it.each(casesOfKind("separable_update"))("has the reference's update and gradient below: $id", (one) => {
    const { P_factors: tables, p_alpha, f_beta: activations, g_tilde, w12, w3 } = one.inputs;
    const child = { tables, activations, sizes: [2, 1], weights: [w12, w3] };
    const factors = { marginals: p_alpha, gradients: g_tilde };
    const { dW, separable } = separableUpdate(child, factors);
    const { gradient, disentangled, joint } = backwardGradient(child, factors);
    const got = { dW, separable, G_tilde_beta: gradient, backward_disentangled: disentangled, p_beta12: joint[0] };
    within(got, one.expected, one.tolerance);
  });

  it.each(cases)(
    "is separable for centred gradients, by matrices and by factors, sizes $sizes, seed $seed",
    ({ sizes, seed }) => {
      const ladder = randomFactorisedLadder(sizes, { seed });
      const { dW, byFactors, separable, residual, sums } = separableUpdate(ladder, ladder);
      expect(Math.max(...sums.map(Math.abs))).toBeLessThan(1e-15);
      expect(largestGap(dW, byFactors)).toBeLessThan(1e-13);
      expect(residual).toBeLessThan(1e-13);
      expect(separable).toBe(true);
    },
  );

  it("leaves the blocks without centring, by E f_k times the sum of the gradient", () => {
    const ladder = randomFactorisedLadder([2, 1], { seed: 5, centred: false });
    const { dW, byFactors, separable, sums } = separableUpdate(ladder, ladder);
    expect(separable).toBe(false);
    expect(largestGap(dW, byFactors)).toBeLessThan(1e-13);
    const { joint } = backwardGradient(ladder, ladder);
    const mean = kroneckerVector([joint[1]!]).reduce((sum, p, z) => sum + p * ladder.activations[2]![z]!, 0);
    expect(dW[2]![0]).toBeCloseTo(mean * sums[0]!, 13);
  });

  it("names gradients and marginals that do not fit", () => {
    const ladder = randomFactorisedLadder([2, 1], { seed: 5 });
    expect(() => separableUpdate(ladder, { ...ladder, gradients: [[1, 2]] })).toThrow(/gradients\.length = 1/);
    const marginals = [
      [0.5, 0.4],
      [0.5, 0.5],
    ];
    expect(() => separableUpdate(ladder, { ...ladder, marginals })).toThrow(/marginals\[0\]/);
  });
});

describe("backwardGradient", () => {
  it.each(cases)(
    "agrees with eq. (101) and is disentangled for single bits only, sizes $sizes, seed $seed",
    ({ sizes, seed }) => {
      const ladder = randomFactorisedLadder(sizes, { seed });
      const { routeDifference, disentangled, residual } = backwardGradient(ladder, ladder);
      expect(routeDifference).toBeLessThan(1e-13);
      expect(disentangled).toBe(sizes.every((size) => size <= 1));
      if (!disentangled) expect(residual).toBeGreaterThan(1e-4);
    },
  );

  it("has the total probability rule: the joint law of a run is P_i^T p_i, and its marginals", () => {
    const ladder = randomFactorisedLadder([2, 1], { seed: 8 });
    const { joint, marginals } = backwardGradient(ladder, ladder);
    const [p00, p01, p10, p11] = joint[0]!;
    expect(
      largestGap(marginals.slice(0, 2), [
        [p00! + p01!, p10! + p11!],
        [p00! + p10!, p01! + p11!],
      ]),
    ).toBe(0);
    expect(marginalsOf([0.1, 0.2, 0.3, 0.15, 0.2, 0.05], [2, 3]).map((row) => row.length)).toEqual([2, 3]);
  });
});

describe("disentanglingCoefficients", () => {
  const marginals = [
    [0.3, 0.7],
    [0.5, 0.5],
    [0.9, 0.1],
  ];
  const parents = (count: number) =>
    Array.from({ length: count }, (_, sample) => randomFactorisedLadder([3], { seed: 1, sample }).tables[0]!);

  it.each([0, 1, 2])(
    "reach every target once the differences span the tensors of sum 0: 7 parents for 3 bits, bit %d",
    (bit) => {
      for (const count of [1, 3, 6]) {
        const found = disentanglingCoefficients(parents(count), marginals, bit);
        expect(found.rank).toBe(count);
        expect(found.residual).toBeGreaterThan(1e-3);
      }
      for (const count of [7, 9]) {
        const { residual, rank, coefficients, target } = disentanglingCoefficients(parents(count), marginals, bit);
        expect(rank).toBe(7);
        expect(residual).toBeLessThan(1e-12);
        const sum = multiply(
          [coefficients],
          parents(count).map(([low, high]) => high!.map((x, k) => x - low![k]!)),
        );
        expect(largestGap(sum, [target])).toBeLessThan(1e-12);
      }
    },
  );

  it("has the normal equations: what is left is orthogonal to every difference", () => {
    const tables = parents(4);
    const { coefficients, target } = disentanglingCoefficients(tables, marginals, 1);
    const differences = tables.map(([low, high]) => high!.map((x, k) => x - low![k]!));
    const left = target.map((x, k) => x - differences.reduce((sum, d, a) => sum + coefficients[a]! * d[k]!, 0));
    for (const d of differences) expect(Math.abs(d.reduce((sum, x, k) => sum + x * left[k]!, 0))).toBeLessThan(1e-14);
  });

  it("gives up on a parent that says nothing: v+ = v-", () => {
    const { coefficients, residual, rank } = disentanglingCoefficients(
      [
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      ],
      [[0.5, 0.5]],
      0,
    );
    expect([coefficients, residual, rank]).toEqual([[0], 1, 0]);
  });

  it("names a bit that is none and tables that do not fit", () => {
    expect(() => disentanglingCoefficients(parents(1), marginals, 3)).toThrow(/bit = 3/);
    expect(() => disentanglingCoefficients([[[1, 0]]], [[0.5, 0.5]], 0)).toThrow(/tables\[0\]/);
    expect(() => disentanglingCoefficients([], marginals, 0)).toThrow(/tables/);
  });
});
