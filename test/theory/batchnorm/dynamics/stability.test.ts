import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { covarianceMap } from "../../../../src/theory/batchnorm/covarianceMap.js";
import type { BlockState } from "../../../../src/theory/batchnorm/dynamics/blocks/blockState.js";
import { blockRoute, sphereRoute } from "../../../../src/theory/batchnorm/dynamics/blocks/selectBlockRoute.js";
import { dense, problemOf } from "./support.js";

/** Moduli of all eigenvalues of Sigma -> G V(Sigma) G on centred symmetric matrices, by central differences of the dense map. */
function denseSpectrum(text: string, state: BlockState): number[] {
  const sigma = dense(state);
  const size = sigma.length;
  // an orthonormal basis of the centred vectors, then of the symmetric matrices on them
  const helmert = Array.from({ length: size - 1 }, (_, k) =>
    Array.from({ length: size }, (_, i) =>
      i <= k ? 1 / Math.sqrt((k + 1) * (k + 2)) : i === k + 1 ? -(k + 1) / Math.sqrt((k + 1) * (k + 2)) : 0,
    ),
  );
  const basis: number[][][] = [];
  for (let k = 0; k < size - 1; k++)
    for (let l = 0; l <= k; l++) {
      const f = k === l ? 1 : Math.SQRT1_2;
      basis.push(
        sigma.map((row, i) =>
          row.map(
            (_, j) =>
              (k === l ? 1 : f) *
              (helmert[k]![i]! * helmert[l]![j]! + (k === l ? 0 : helmert[l]![i]! * helmert[k]![j]!)),
          ),
        ),
      );
    }
  const step = 1e-4;
  const moved = (direction: number[][], by: number) =>
    covarianceMap(
      text,
      sigma.map((row, i) => row.map((x, j) => x + by * direction[i]![j]!)),
    ).values;
  const columns = basis.map((direction) => {
    const [up, down] = [moved(direction, step), moved(direction, -step)];
    return basis.map((other) => {
      let sum = 0;
      for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum += other[i]![j]! * (up[i]![j]! - down[i]![j]!);
      return sum / (2 * step);
    });
  });
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(new Matrix(columns).transpose());
  return realEigenvalues.map((re, i) => Math.hypot(re, imaginaryEigenvalues[i]!));
}

describe("the stability of block states", () => {
  it.each([
    ["relu", { sizes: [3, 4], between: 2, within: [1, 0.4] }],
    ["relu(x)^1.5", { sizes: [2, 4], between: 2, within: [1, 0.4] }],
    ["x^2", { sizes: [1, 5], between: 2, within: [0, 0.5] }],
  ] as [string, BlockState][])("is in the spectrum of the dense Jacobian: %s", (text, state) => {
    const spectrum = denseSpectrum(text, state);
    const { modes } = blockRoute(problemOf(text, state.sizes[0] + state.sizes[1]), 2).stability(state);
    for (const { kind, group, growth } of modes) {
      // central differences of step 1e-4 on values of error 1e-13: 1e-8 and 1e-9
      const nearest = Math.min(...spectrum.map((x) => Math.abs(x - growth)));
      expect([kind, group, nearest < 1e-6]).toEqual([kind, group, true]);
    }
  });

  it("two routes agree where a group has merged", () => {
    const state: BlockState = { sizes: [8, 9], between: 3, within: [1, 0] };
    const problem = problemOf("x^2", 17);
    const [a, b] = [blockRoute(problem, 2).stability(state), sphereRoute(problem, 2).stability(state)];
    expect(a.modes.map(({ kind }) => kind)).toEqual(["parting", "inner", "unmerging"]);
    for (const [i, { growth }] of a.modes.entries()) {
      expect(Math.abs(growth - b.modes[i]!.growth)).toBeLessThan(1e-8 * growth);
    }
  });
});
