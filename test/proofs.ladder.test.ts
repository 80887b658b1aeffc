import { describe, expect, it } from "vitest";
import { fullRowRankKeepsVertices } from "../proofs/ladder/allVert.js";
import { batchNormJacobianDiagonal, batchNormJacobianOffDiagonal } from "../proofs/ladder/batchNormJacobian.js";
import { errata } from "../proofs/ladder/errata/index.js";
import { eventVarianceErratum } from "../proofs/ladder/eventVariance.js";
import { linearLoss } from "../proofs/ladder/expressibility.js";
import { proofs } from "../proofs/ladder/index.js";
import { towerErratum } from "../proofs/ladder/towerProperty.js";
import { weightedBatchNormOffDiagonal } from "../proofs/ladder/weightedBatchNorm.js";
import { singularValues } from "../src/numeric/linearAlgebra/singularValues.js";
import { GaussianStream } from "../src/numeric/random/gaussianStream.js";
import { DerivationBuilder } from "../src/symbolic/derivation/builder.js";
import { refute } from "../src/symbolic/derivation/refute.js";
import { integer } from "../src/symbolic/expression.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { type Comparison, equation } from "../src/symbolic/proposition.js";
import { rational } from "../src/symbolic/rational.js";
import { describeProofs, worth } from "./support/describeProofs.js";

const whole = (...values: readonly number[]) => values.map((value) => rational(value));

describeProofs({
  name: "ladder",
  proofs,
  errata,
  // five samples or more whose squares exceed the square of their mean; n leaves, j >= 0
  places: { N: whole(5, 6, 9), Q: whole(40, 50, 60), n: whole(2, 3, 7), j: whole(0, 1, 4) },
  counted: ["linear-loss", "linear-loss-two-leaves", "erratum-random-weights"],
});

/** d output_i / d f_j of batch normalisation over samples, by central differences. */
function slope(f: readonly number[], i: number, j: number, weights: readonly number[]): number {
  const output = (h: number) => {
    const g = f.map((x, k) => (k === j ? x + h : x));
    const mu = g.reduce((sum, x, k) => sum + weights[k]! * x, 0);
    return (g[i]! - mu) / Math.sqrt(g.reduce((sum, x, k) => sum + weights[k]! * (x - mu) ** 2, 0));
  };
  const h = 1e-4;
  return (8 * (output(h) - output(-h)) - (output(2 * h) - output(-2 * h))) / (12 * h);
}

describe("against numbers", () => {
  const f = [0.3, -1.2, 0.8, 2.1, -0.4];
  // error of the difference formula h^4 f^(5)/30 and rounding 1e-16/h
  const close = 1e-10;

  it("the Jacobian of batch normalisation is its derivative", () => {
    const weights = f.map(() => 1 / f.length);
    const [R, Q] = [f.slice(2).reduce((sum, x) => sum + x, 0), f.slice(2).reduce((sum, x) => sum + x * x, 0)];
    const at = { f_i: f[0]!, f_j: f[1]!, R, Q, N: 5, c_1: 1 };
    expect(Math.abs(worth(batchNormJacobianDiagonal, at) - slope(f, 0, 0, weights))).toBeLessThan(close);
    expect(Math.abs(worth(batchNormJacobianOffDiagonal, at) - slope(f, 0, 1, weights))).toBeLessThan(close);
  });

  it("so it is with events of different probabilities", () => {
    const weights = [0.1, 0.3, 0.2, 0.25, 0.15];
    const [R, Q] = [1, 2].map((power) => f.slice(2).reduce((sum, x, k) => sum + weights[k + 2]! * x ** power, 0));
    const at = { f_i: f[0]!, f_j: f[1]!, p_i: 0.1, p_j: 0.3, R: R!, Q: Q!, c_1: 1 };
    expect(Math.abs(worth(weightedBatchNormOffDiagonal, at) - slope(f, 0, 1, weights))).toBeLessThan(close);
  });

  it("the least linear loss is the sum of the squares of the missing singular values", () => {
    for (const n of [2, 3, 4]) {
      const rows = Array.from({ length: 2 ** n }, (_, z) =>
        Array.from({ length: 2 * n }, (__, k) => Number(((z >> Math.floor(k / 2)) & 1) === k % 2)),
      );
      const rank = singularValues(rows).filter((value) => value > 1e-9).length;
      expect(worth(linearLoss, { n })).toBe(2 ** n - rank);
    }
  });

  it("the swapped lines of Theorem 1 are off by 1/6, the printed variance of Eqn. 12 by the variance within", () => {
    const tower = refute(towerErratum.printed, towerErratum.counterexample, 20);
    expect(toNumber(tower.left) - toNumber(tower.right)).toBeCloseTo(1 / 6, 14);
    const variance = refute(eventVarianceErratum.printed, eventVarianceErratum.counterexample, 20);
    expect([toNumber(variance.left), toNumber(variance.right)]).toEqual([1.25, 0.25]);
  });

  it("9 of 16 ReLU matrices are singular, as samples say", () => {
    const stream = new GaussianStream({ seed: 7, sample: 0, draw: 0 });
    const count = 40_000;
    let singular = 0;
    for (let k = 0; k < count; k++) {
      const [a, b, c, d] = [0, 1, 2, 3].map(() => Math.max(0, stream.next())) as [number, number, number, number];
      if (a * d - b * c === 0) singular += 1;
    }
    // five standard errors
    expect(Math.abs(singular / count - 9 / 16)).toBeLessThan(5 * Math.sqrt(63 / 256 / count));
  });

  it("a wrong sign is not derived", () => {
    const { steps } = fullRowRankKeepsVertices.prove();
    const builder = new DerivationBuilder({ assumptions: [], domains: {} });
    const from = steps.slice(0, -1).map(({ claim, rule }) => {
      const { left, right } = claim as Comparison;
      return builder.define(left, right, rule);
    });
    const claim = fullRowRankKeepsVertices.claim as Comparison;
    expect(() => builder.deduce(claim, "as it is", from)).not.toThrow();
    expect(() => builder.deduce(equation(claim.left, integer(0)), "changed", from)).toThrow("does not follow");
  });
});
